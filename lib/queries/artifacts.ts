import { queryOptions } from '@tanstack/react-query';
import type { RunReport } from '@/lib/canary/artifacts/report';
import type {
  ArtifactFileRequest,
  ArtifactsRequest,
  ArtifactText,
  RunArtifacts,
} from '@/lib/canary/artifacts/run-artifacts';
import type { Waterfall } from '@/lib/canary/artifacts/waterfall';
import { asked } from './asked';
import { apiPath, fetcherAt } from './fetch-json';
import { SETTLED } from './is-refreshed';
import { STALE_MS } from './query-client';

const artifactsPath = (what: string, { name, ...query }: ArtifactsRequest) =>
  apiPath(`/api/canaries/${encodeURIComponent(name)}/artifacts${what}`, query);

/** Path of an artifact to save, or to show if it is a picture. */
export const artifactPath = (place: ArtifactFileRequest): string => artifactsPath('/file', place);

const fetchArtifacts = fetcherAt<ArtifactsRequest, RunArtifacts>((place) => artifactsPath('', place));
const fetchReport = fetcherAt<ArtifactFileRequest, RunReport>((place) => artifactsPath('/report', place));
const fetchWaterfall = fetcherAt<ArtifactFileRequest, Waterfall>((place) =>
  artifactsPath('/waterfall', place),
);
const fetchText = fetcherAt<ArtifactFileRequest, ArtifactText>((place) => artifactsPath('/text', place));

/** Files of a finished run never change, so a refresh reads none of them again, which would cost money in S3. */
const NEVER_STALE = 'static';

const hasReport = (artifacts: RunArtifacts | undefined): boolean =>
  artifacts?.state === 'listed' && artifacts.files.some(({ kind }) => kind === 'report');

/** The files of a run. They are read again as long as there is no report among them, because more may come. */
export const artifactsOptions = (place: ArtifactsRequest) =>
  queryOptions({
    queryKey: ['artifacts', place],
    queryFn: ({ signal }) => fetchArtifacts(place, signal),
    staleTime: ({ state }) => (hasReport(state.data?.data) ? NEVER_STALE : STALE_MS),
    meta: { ...SETTLED, ...asked(artifactsPath('', place)) },
  });

/** The steps of a run, from its report. */
export const reportOptions = (place: ArtifactFileRequest) =>
  queryOptions({
    queryKey: ['artifact report', place],
    queryFn: ({ signal }) => fetchReport(place, signal),
    staleTime: NEVER_STALE,
    meta: { ...SETTLED, ...asked(artifactsPath('/report', place)) },
  });

/** The requests of a run, from one of its HTTP archives. */
export const waterfallOptions = (place: ArtifactFileRequest) =>
  queryOptions({
    queryKey: ['artifact waterfall', place],
    queryFn: ({ signal }) => fetchWaterfall(place, signal),
    staleTime: NEVER_STALE,
    meta: { ...SETTLED, ...asked(artifactsPath('/waterfall', place)) },
  });

/** The text of a log or another artifact. */
export const artifactTextOptions = (place: ArtifactFileRequest) =>
  queryOptions({
    queryKey: ['artifact text', place],
    queryFn: ({ signal }) => fetchText(place, signal),
    staleTime: NEVER_STALE,
    meta: { ...SETTLED, ...asked(artifactsPath('/text', place)) },
  });

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import type { DifferencePart, LinkDifference, PresentTime } from '@/lib/answer/link-difference';
import { badInput, ProblemError } from '@/lib/answer/problem';
import {
  type AskedRequest,
  BUNDLE_TOO_LARGE,
  type LinkDetails,
  type LinkSummary,
  type LinksPage,
  LOST_PARTS_HEADER,
  MAX_BUNDLE_BYTES,
  type OpenedLink,
  type ShareEvent,
} from '@/lib/answer/shared-link';
import { PAGE_SCRIPT_PATH, type PageScript } from '@/lib/download/page/html-page';
import { askLines } from './ask-lines';
import { apiPath, fetchAnswer, fetchJson, unreachable } from './fetch-json';

const linkPath = (id: string) => `/api/links/${encodeURIComponent(id)}`;

/** The shared links, newest first, by pages. */
export const linksOptions = () =>
  infiniteQueryOptions({
    queryKey: ['links'],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<Answer<LinksPage>>(apiPath('/api/links', { after: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ data }) => data.next,
  });

/** A shared link without its data. */
export const linkOptions = (id: string) =>
  queryOptions({
    queryKey: ['link', id],
    queryFn: ({ signal }) => fetchJson<Answer<LinkDetails>>(linkPath(id), { signal }),
  });

/** The figures of a part of a link's page, as kept and as they are now. */
export const linkDifferenceOptions = (id: string, of: DifferencePart, time: PresentTime) =>
  queryOptions({
    queryKey: ['link difference', id, of, time],
    queryFn: ({ signal }) =>
      fetchJson<Answer<LinkDifference>>(apiPath(`${linkPath(id)}/difference`, { of, time }), { signal }),
  });

type Share = { name: string; path: string; search: string; requests: readonly AskedRequest[] };

type Options = {
  signal: AbortSignal;
  onProgress(progress: { doneCount: number; requestCount: number }): void;
};

/** Keeps what a page shows, and returns its link. Rejects with a ProblemError. */
export const shareView = (share: Share, { signal, onProgress }: Options): Promise<LinkSummary> =>
  askLines(
    '/api/links',
    { method: 'POST', headers: JSON_BODY, body: JSON.stringify(share), signal },
    (event: ShareEvent) => {
      if (event.type === 'link') return event.link;
      if (event.type === 'failed') throw new ProblemError(event.problem);
      onProgress(event);
      return undefined;
    },
  );

/** Gives a link another name. Rejects with a ProblemError. */
export const renameLink = (id: string, name: string): Promise<Answer<LinkSummary>> =>
  fetchJson(linkPath(id), { method: 'PATCH', headers: JSON_BODY, body: JSON.stringify({ name }) });

/** Removes a link with what it keeps. Rejects with a ProblemError. */
export const revokeLink = (id: string): Promise<object> => fetchJson(linkPath(id), { method: 'DELETE' });

/**
 * A link as one file that another Triptych opens, with a page that opens without it if there is one, and how many parts it has lost. Rejects with a
 * ProblemError.
 */
export async function exportedLink(
  id: string,
  page: Blob | undefined,
): Promise<{ file: Blob; lostCount: number }> {
  const init = page && { method: 'POST', headers: { 'content-type': 'text/html' }, body: page };
  const response = await fetchAnswer(`${linkPath(id)}/bundle`, init);
  try {
    return { file: await response.blob(), lostCount: Number(response.headers.get(LOST_PARTS_HEADER)) };
  } catch {
    throw unreachable();
  }
}

/** The script of saved pages. Rejects with a ProblemError. */
export const pageScript = (): Promise<PageScript> => fetchJson(PAGE_SCRIPT_PATH);

/** Adds the link in a file that was exported. Rejects with a ProblemError. */
export const openExported = async (file: File): Promise<OpenedLink> => {
  if (file.size > MAX_BUNDLE_BYTES) throw badInput(BUNDLE_TOO_LARGE);
  const headers = { 'content-type': 'application/zip' };
  return fetchJson('/api/opened-bundles', { method: 'POST', body: file, headers });
};

const JSON_BODY = { 'content-type': 'application/json' };

import type { Answer } from '@/lib/answer/answer';
import {
  ARTIFACT_NAME,
  type ArtifactFile,
  type ArtifactsRequest,
  artifactKind,
  type RunArtifacts,
} from '@/lib/canary/artifacts/run-artifacts';
import { exactNow } from '../../clock';
import { runStore } from './run-store';

/** Further files of a run are not listed. */
const MAX_ARTIFACTS = 200;

/**
 * The files of a run's artifacts and of the folders in them, by name. Those with odd names, such as hidden files, are only counted.
 * Rejects with a ProblemError.
 */
export async function listArtifacts(
  request: ArtifactsRequest,
  signal: AbortSignal,
): Promise<Answer<RunArtifacts>> {
  const asOf = exactNow();
  const store = await runStore(request, signal);
  const found = await store.list();
  if (!found) return { data: { state: 'gone', isLocal: store.isLocal }, asOf, partial: false, warnings: [] };
  const named = found.files.filter(({ name }) => ARTIFACT_NAME.test(name));
  // A folder that somebody made in the AWS console is an object whose name ends with a slash, or is empty for that of the run.
  const oddNameCount = found.files.filter(({ name }) => !/(?:^|\/)$/.test(name)).length - named.length;
  const isCut = found.isCut || named.length > MAX_ARTIFACTS;
  const listed = named.sort(byUse).slice(0, MAX_ARTIFACTS).sort(byName);
  const files = await Promise.all(
    listed.map(async ({ name, bytes }): Promise<ArtifactFile | []> => {
      const size = await bytes();
      return size === undefined ? [] : { name, kind: artifactKind(name), bytes: size };
    }),
  );
  const data = { state: 'listed', files: files.flat(), isCut, oddNameCount } as const;
  return { data, asOf, partial: isCut || oddNameCount > 0, warnings: [] };
}

type Named = { name: string };

const rank = ({ name }: Named) => ['har', 'report'].indexOf(artifactKind(name));
const byName = (a: Named, b: Named) => (a.name < b.name ? -1 : 1);

/** The report before the requests, and both before other files, because they tell most of a run; each by name. */
const byUse = (a: Named, b: Named) => rank(b) - rank(a) || byName(a, b);

import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from '@/lib/answer/answer';
import {
  ARTIFACT_NAME,
  type ArtifactFile,
  type ArtifactsRequest,
  artifactKind,
  type RunArtifacts,
} from '@/lib/canary/artifacts/run-artifacts';
import { exactNow } from '../../clock';
import { artifactFolder } from './artifact-folder';

/** Further files of a run are not listed. */
const MAX_ARTIFACTS = 200;
/** Names of a folder that are read to choose those that are listed. */
const MAX_NAMES = 10_000;

/** The files of a run's artifacts, by name. Rejects with a ProblemError. */
export async function listArtifacts(request: ArtifactsRequest): Promise<Answer<RunArtifacts>> {
  const asOf = exactNow();
  const folder = await artifactFolder(request);
  const data: RunArtifacts = typeof folder === 'string' ? { state: folder } : await filesOf(folder.path);
  return { data, asOf, partial: false, warnings: [] };
}

/** Folders, links and hidden files are left out. */
async function filesOf(path: string): Promise<RunArtifacts> {
  const names = await plainFiles(path);
  if (!names) return { state: 'gone' };
  const first = names.sort(byUse).slice(0, MAX_ARTIFACTS).sort();
  const sizes = await Promise.all(first.map((name) => lstat(join(path, name)).catch(() => undefined)));
  const files = first.flatMap((name, at): ArtifactFile[] => {
    const stats = sizes[at];
    return stats ? [{ name, kind: artifactKind(name), bytes: stats.size }] : [];
  });
  return { state: 'listed', files, isCut: names.length > MAX_ARTIFACTS };
}

/** Names of the plain files of a folder in no order; undefined if the folder can't be read. */
async function plainFiles(path: string): Promise<string[] | undefined> {
  const names: string[] = [];
  try {
    for await (const entry of await opendir(path)) {
      if (entry.isFile() && ARTIFACT_NAME.test(entry.name)) names.push(entry.name);
      if (names.length === MAX_NAMES) break;
    }
  } catch {
    return undefined;
  }
  return names;
}

const rank = (name: string) => ['har', 'report'].indexOf(artifactKind(name));

/** The report before the requests, and both before other files, because they tell most of a run; each by name. */
const byUse = (a: string, b: string) => rank(b) - rank(a) || (a < b ? -1 : 1);

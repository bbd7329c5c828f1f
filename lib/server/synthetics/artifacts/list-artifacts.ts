import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from '@/lib/answer/answer';
import {
  ARTIFACT_NAME,
  type ArtifactFile,
  artifactKind,
  type RunArtifacts,
} from '@/lib/canary/artifacts/run-artifacts';
import { exactNow } from '../../clock';
import { type ArtifactRequest, artifactFolder } from './artifact-folder';

/** Further files of a run are not listed. */
export const MAX_ARTIFACTS = 200;

/** The files of a run's artifacts, by name. Rejects with a ProblemError. */
export async function listArtifacts(request: ArtifactRequest): Promise<Answer<RunArtifacts>> {
  const asOf = exactNow();
  const folder = await artifactFolder(request);
  const data: RunArtifacts = typeof folder === 'string' ? { state: folder } : await filesOf(folder.path);
  return { data, asOf, partial: false, warnings: [] };
}

/** Folders, links and hidden files are left out. */
async function filesOf(path: string): Promise<RunArtifacts> {
  const files: ArtifactFile[] = [];
  let isCut = false;
  for await (const entry of await opendir(path)) {
    if (!entry.isFile() || !ARTIFACT_NAME.test(entry.name)) continue;
    isCut = files.length === MAX_ARTIFACTS;
    if (isCut) break;
    const { size } = await lstat(join(path, entry.name));
    files.push({ name: entry.name, kind: artifactKind(entry.name), bytes: size });
  }
  return { state: 'listed', files: files.sort((a, b) => (a.name < b.name ? -1 : 1)), isCut };
}

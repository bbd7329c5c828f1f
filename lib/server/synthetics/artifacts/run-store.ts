import { join } from 'node:path';
import { badInput } from '@/lib/answer/problem';
import type { ArtifactsRequest } from '@/lib/canary/artifacts/run-artifacts';
import { isRunFolder, s3Folder } from '@/lib/canary/artifacts/s3-folder';
import { env } from '../../env';
import type { ArtifactStore } from './artifact-store';
import { folderStore } from './folder-store';
import { keptStore, recordedStore } from './kept-store';
import { isRunInS3 } from './run-in-s3';

/** The artifacts of a run. Rejects with a ProblemError for a location that isn't one of the canary's runs: an address can name any. */
export async function runStore(request: ArtifactsRequest, signal: AbortSignal): Promise<ArtifactStore> {
  return keptStore(request) ?? recordedStore(request, await liveStore(request, signal));
}

async function liveStore({ name, location }: ArtifactsRequest, signal: AbortSignal): Promise<ArtifactStore> {
  const folder = s3Folder(location);
  const root = localArtifacts();
  if (folder && root !== undefined && isRunFolder(folder, name)) return folderStore(root, folder);
  if (folder && root === undefined && (await isRunInS3({ name, location }, folder, signal))) {
    // Loading the client takes a quarter of a second, so those that need none don't.
    const { s3Store } = await import('./s3-store');
    return s3Store(folder, signal);
  }
  throw badInput('location must be that of a run of the canary.', 'location');
}

/** The folder in which the local-aws that was started with the dashboard keeps artifacts; undefined against AWS. */
function localArtifacts(): string | undefined {
  const { TRIPTYCH_LOCAL_AWS, TRIPTYCH_DATA } = env();
  return TRIPTYCH_LOCAL_AWS && TRIPTYCH_DATA ? join(TRIPTYCH_DATA, 'artifacts') : undefined;
}

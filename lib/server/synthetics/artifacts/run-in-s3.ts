import type { ArtifactsRequest } from '@/lib/canary/artifacts/run-artifacts';
import { isBelow, isRunFolder, type S3Folder, s3Folder } from '@/lib/canary/artifacts/s3-folder';
import { getCanary } from '../get-canary';
import { runIndexes } from '../runs/run-indexes';

/**
 * Whether a folder in S3 is that of a run of a canary: below the canary's own location and named as one of its runs, or where AWS put the
 * artifacts of a run that was read. Otherwise a link could show any object that the server may read. Rejects with a ProblemError.
 */
export async function isRunInS3(
  { name, location }: ArtifactsRequest,
  folder: S3Folder,
  signal: AbortSignal,
): Promise<boolean> {
  if (folder.prefix === '') return false;
  const { data: canary } = await getCanary(name, signal);
  const own = s3Folder(canary.artifactLocation ?? '');
  if (own && isBelow(folder, own) && isRunFolder(folder, name)) return true;
  return runIndexes().hasArtifactsAt(canary, location);
}

import type { ArtifactFileRequest } from '@/lib/canary/artifacts/run-artifacts';
import { unreadable } from './artifact-problems';
import { runStore } from './run-store';

/** The bytes of one artifact. Rejects with a ProblemError, also for a file beyond `maxBytes` and for anything but a plain file. */
export async function readArtifact(
  request: ArtifactFileRequest,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const store = await runStore(request, signal);
  return store.read(request.file, maxBytes);
}

/** The JSON in an artifact. Rejects with a ProblemError that names the file if it isn't JSON. */
export async function readArtifactJson(
  request: ArtifactFileRequest,
  maxBytes: number,
  signal: AbortSignal,
): Promise<unknown> {
  const bytes = await readArtifact(request, maxBytes, signal);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw unreadable(request.file, 'JSON');
  }
}

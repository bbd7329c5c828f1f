import { CallLimit } from '@/lib/answer/call-limit';
import { type ArtifactFileRequest, baseName } from '@/lib/canary/artifacts/run-artifacts';
import { bodyInParts } from '../../http/body-in-parts';
import { processWide } from '../../process-wide';
import { isTooLarge } from './artifact-problems';
import { readArtifact } from './read-artifact';

const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Most screenshots are smaller. They don't wait for others' downloads. */
const MAX_SMALL_BYTES = 1024 * 1024;
/** Larger files that are in memory at once, until they are sent. */
const MAX_LARGE_FILES = 4;
const MAX_WAITING = 50;

const largeFiles = () =>
  processWide('artifacts being sent', () => new CallLimit(MAX_LARGE_FILES, MAX_WAITING));

type Contents = {
  body: Uint8Array | ReadableStream<Uint8Array>;
  bytes: number;
  contentType: string;
  fileName: string;
};

/**
 * An artifact to save or, if it is a picture by its first bytes, to show. Its name doesn't count: a page or a script of any name is
 * never sent as one. At most four large ones are read and sent at a time. Rejects with a ProblemError.
 */
export async function getArtifactFile(request: ArtifactFileRequest, signal: AbortSignal): Promise<Contents> {
  const small = await readArtifact(request, MAX_SMALL_BYTES, signal).catch((error: unknown) => {
    if (!isTooLarge(error)) throw error;
  });
  if (small) return { ...described(small, request), body: small };
  const release = await largeFiles().hold(signal);
  try {
    const large = await readArtifact(request, MAX_FILE_BYTES, signal);
    return { ...described(large, request), body: bodyInParts(large, release) };
  } catch (error) {
    release();
    throw error;
  }
}

const described = (bytes: Uint8Array, { file }: ArtifactFileRequest) => ({
  bytes: bytes.length,
  contentType: pictureType(bytes) ?? 'application/octet-stream',
  fileName: baseName(file),
});

const PICTURES: [type: string, first: number[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

const pictureType = (bytes: Uint8Array): string | undefined =>
  PICTURES.find(([, first]) => first.every((byte, at) => bytes[at] === byte))?.[0];

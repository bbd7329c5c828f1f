import type { ArtifactFileRequest } from '@/lib/canary/artifacts/run-artifacts';
import { readArtifact } from './read-artifact';

const MAX_FILE_BYTES = 64 * 1024 * 1024;

type Contents = { body: Uint8Array; contentType: string; fileName: string };

/**
 * An artifact to save or, if it is a picture by its first bytes, to show. Its name doesn't count: a page or a script of any name is
 * never sent as one.
 */
export async function getArtifactFile(request: ArtifactFileRequest, signal: AbortSignal): Promise<Contents> {
  const body = await readArtifact(request, MAX_FILE_BYTES, signal);
  return { body, contentType: pictureType(body) ?? 'application/octet-stream', fileName: request.file };
}

const PICTURES: [type: string, first: number[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

const pictureType = (bytes: Uint8Array): string | undefined =>
  PICTURES.find(([, first]) => first.every((byte, at) => bytes[at] === byte))?.[0];

import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

const MIN_CHUNK_BYTES = 1 << 14;
const MAX_CHUNK_BYTES = 1 << 24;

/** Zips quickly rather than well. */
export function zipped(bytes: Uint8Array): Promise<Uint8Array> {
  return zip(bytes, { level: 1, chunkSize: chunkFor(bytes.length / 4) });
}

/** Rejects what is no gzip, and with ERR_BUFFER_TOO_LARGE what is longer than `maxBytes`. */
export function unzipped(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  return unzip(bytes, {
    maxOutputLength: maxBytes,
    chunkSize: chunkFor(Math.min(declaredLength(bytes), maxBytes)),
  });
}

/** The length of its content modulo 2^32, as a gzip file says it at its end: it may not be true. */
export function declaredLength(bytes: Uint8Array): number {
  const end = bytes.subarray(-4);
  return end.length < 4 ? 0 : new DataView(end.buffer, end.byteOffset).getUint32(0, true);
}

/** Room for all at once: zlib waits for a turn of the event loop after each chunk. */
function chunkFor(length: number): number {
  return Math.min(Math.max(Math.ceil(length) + 64, MIN_CHUNK_BYTES), MAX_CHUNK_BYTES);
}

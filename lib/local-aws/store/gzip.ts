import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

const MIN_CHUNK_BYTES = 1 << 14;
const MAX_CHUNK_BYTES = 1 << 24;

/** Compresses fast rather than well. */
export function gzipped(bytes: Uint8Array): Promise<Uint8Array> {
  return compress(bytes, { level: 1, chunkSize: chunkFor(bytes.length / 4) });
}

/** Decompresses. Rejects bytes that aren't gzip, and with ERR_BUFFER_TOO_LARGE a result longer than `maxBytes`. */
export function gunzipped(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  return decompress(bytes, {
    maxOutputLength: maxBytes,
    chunkSize: chunkFor(Math.min(declaredLength(bytes), maxBytes)),
  });
}

/** The length of the content modulo 2^32, as the end of a gzip file declares it, truthfully or not. */
export function declaredLength(bytes: Uint8Array): number {
  const end = bytes.subarray(-4);
  return end.length < 4 ? 0 : new DataView(end.buffer, end.byteOffset).getUint32(0, true);
}

/** A chunk for everything at once, because zlib waits for a turn of the event loop after each. */
function chunkFor(length: number): number {
  return Math.min(Math.max(Math.ceil(length) + 64, MIN_CHUNK_BYTES), MAX_CHUNK_BYTES);
}

import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, gunzip, gunzipSync, gzip } from 'node:zlib';
import { z } from 'zod';

/** Version of what is inside a blob. Blobs of any other version are left alone. */
export const FORMAT = 1;

/** Larger answers are not archived; uncompressed. */
export const MAX_BLOB_BYTES = 256 * 1024 * 1024;

/** How much of a file is enough to read its head. */
export const HEAD_BYTES = 16 * 1024;

/** Bytes hashed before other work gets its turn: about 3 ms. */
const HASH_STEP_BYTES = 4 * 1024 * 1024;

const NEWLINE = 0x0a;

const head = z.object({ format: z.literal(FORMAT), key: z.string(), asOf: z.number() });

/** Which request an answer belongs to, and when it was read, epoch milliseconds. */
export type BlobHead = Omit<z.output<typeof head>, 'format'>;

export type Blob = BlobHead & { content: Uint8Array };

/** Thrown for bytes that are not what was written. */
export class DamagedBlob extends Error {}

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Packs an answer: its head as a line of JSON, then its content, gzipped. The hash is SHA-256 of the bytes before gzip. */
export async function packBlob({ key, asOf, content }: Blob): Promise<{ hash: string; bytes: Uint8Array }> {
  const line = Buffer.from(`${JSON.stringify({ format: FORMAT, key, asOf })}\n`);
  const whole = Buffer.concat([line, content]);
  const [hash, bytes] = await Promise.all([hashOf(whole), zip(whole, { level: 1 })]);
  return { hash, bytes };
}

/** Unpacks `packBlob`'s bytes. Rejects with DamagedBlob when they don't match the hash. */
export async function unpackBlob(bytes: Uint8Array, hash: string): Promise<Blob> {
  const whole = await unzip(bytes, { maxOutputLength: MAX_BLOB_BYTES + HEAD_BYTES }).catch((error: Error) => {
    throw new DamagedBlob(error.message);
  });
  if ((await hashOf(whole)) !== hash) throw new DamagedBlob('its content does not match its name');
  const end = whole.indexOf(NEWLINE);
  return { ...readHead(whole.subarray(0, end)), content: whole.subarray(end + 1) };
}

/** Reads the head from the first HEAD_BYTES of a blob. Throws DamagedBlob when it isn't there. */
export function unpackHead(start: Uint8Array): BlobHead {
  const text = partlyUnzipped(start);
  const end = text.indexOf(NEWLINE);
  if (end < 0) throw new DamagedBlob('it has no head');
  return readHead(text.subarray(0, end));
}

function partlyUnzipped(start: Uint8Array): Buffer {
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    throw new DamagedBlob(String(error));
  }
}

function readHead(line: Uint8Array): BlobHead {
  try {
    const { key, asOf } = head.parse(JSON.parse(Buffer.from(line).toString()));
    return { key, asOf };
  } catch {
    throw new DamagedBlob('its head can’t be read');
  }
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += HASH_STEP_BYTES) {
    if (at > 0) await turn();
    hash.update(bytes.subarray(at, at + HASH_STEP_BYTES));
  }
  return hash.digest('hex');
}

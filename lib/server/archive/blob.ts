import { createHash } from 'node:crypto';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, gunzip, gunzipSync, gzip } from 'node:zlib';
import { z } from 'zod';

/** Version of the format of blobs. Raise it when an older release could not read what is written. */
export const FORMAT = 1;

/** Maximum size of an archived answer before compression. */
export const MAX_BLOB_BYTES = 256 * 1024 * 1024;

/** Bytes of a file that are enough to read its head. */
export const HEAD_BYTES = 16 * 1024;

/** Bytes hashed before other work gets a turn: about 3 ms. */
const HASH_STEP_BYTES = 4 * 1024 * 1024;

/** Larger chunks than the default take a third less time for 10 MB. */
const GUNZIP_CHUNK_BYTES = 1024 * 1024;

/** Larger compact contents are stored as they are, because gunzip would take longer than everything else done to read them. */
const MAX_COMPRESSED_BYTES = 1024 * 1024;
const FASTEST_LEVEL = 1;
const NO_COMPRESSION = 0;

/** The content begins at a multiple of this, so that its columns can be read where they are. */
const CONTENT_ALIGNMENT = 8;

const NEWLINE = 0x0a;

const headSchema = z.object({ format: z.literal(FORMAT), key: z.string(), asOf: z.number() });

/** Which request an answer belongs to, and when AWS gave it, epoch milliseconds. */
export type BlobHead = { key: string; asOf: number };

/** An answer as it is archived. */
export type ArchivedAnswer = BlobHead & { content: Uint8Array };

/** An archived answer with the hash of its blob. */
export type FoundAnswer = ArchivedAnswer & { hash: string };

/** An answer to archive. Compact contents get little smaller by compression. */
export type AnswerToArchive = ArchivedAnswer & { isCompact?: boolean };

/** Thrown for bytes that differ from what was written. */
export class DamagedBlob extends Error {}

/** Thrown for a blob that another release wrote. It must stay where it is. */
export class OtherFormat extends Error {}

const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);

/**
 * Packs an answer as gzip of a line of JSON (format, key, asOf) and the content. The hash is SHA-256 of the bytes before
 * gzip, so it names the answer together with its request and its time.
 */
export async function packBlob({ key, asOf, content, isCompact = false }: AnswerToArchive) {
  const whole = Buffer.concat([headLine({ key, asOf }), content]);
  const level = isCompact && content.length > MAX_COMPRESSED_BYTES ? NO_COMPRESSION : FASTEST_LEVEL;
  const [hash, bytes] = await Promise.all([hashOf(whole), gzipAsync(whole, { level })]);
  return { hash, bytes };
}

/** The head with spaces at its end, which JSON allows, up to where the content may begin. */
function headLine({ key, asOf }: BlobHead): Buffer {
  const head = Buffer.from(JSON.stringify({ format: FORMAT, key, asOf }));
  const length = Math.ceil((head.length + 1) / CONTENT_ALIGNMENT) * CONTENT_ALIGNMENT;
  const line = Buffer.alloc(length, ' ');
  head.copy(line);
  line[length - 1] = NEWLINE;
  return line;
}

/**
 * Unpacks `packBlob`'s bytes. Rejects with DamagedBlob when they don't match the hash, and with `isTooLarge` when the content has more
 * than `maxBytes`.
 */
export async function unpackBlob(
  bytes: Uint8Array,
  hash: string,
  maxBytes = MAX_BLOB_BYTES,
): Promise<ArchivedAnswer> {
  const options = { maxOutputLength: maxBytes + HEAD_BYTES, chunkSize: GUNZIP_CHUNK_BYTES };
  const whole = await gunzipAsync(bytes, options).catch(rethrowDamage);
  if ((await hashOf(whole)) !== hash) throw new DamagedBlob('its content does not match its name');
  const end = whole.indexOf(NEWLINE);
  return { ...parseHead(whole.subarray(0, end)), content: whole.subarray(end + 1) };
}

/** Whether `unpackBlob` stopped at the maximum size. */
export const isTooLarge = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';

/** Unpacks the head from the first HEAD_BYTES of a blob. Throws DamagedBlob or OtherFormat. */
export function unpackHead(start: Uint8Array): BlobHead {
  const text = gunzipStart(start);
  const end = text.indexOf(NEWLINE);
  if (end < 0) throw new DamagedBlob('it has no head');
  return parseHead(text.subarray(0, end));
}

function gunzipStart(start: Uint8Array): Buffer {
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return rethrowDamage(error);
  }
}

/** Errors of zlib about the data; others, such as a lack of memory, say nothing about the blob. */
function rethrowDamage(error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') throw new DamagedBlob(message);
  throw error;
}

function parseHead(line: Uint8Array): BlobHead {
  let head: unknown;
  try {
    head = JSON.parse(Buffer.from(line).toString());
  } catch {
    throw new DamagedBlob('its head is not JSON');
  }
  const parsed = headSchema.safeParse(head);
  if (!parsed.success) throw new OtherFormat('another release wrote it');
  return { key: parsed.data.key, asOf: parsed.data.asOf };
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += HASH_STEP_BYTES) {
    if (at > 0) await yieldToEventLoop();
    hash.update(bytes.subarray(at, at + HASH_STEP_BYTES));
  }
  return hash.digest('hex');
}

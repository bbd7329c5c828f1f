import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ServiceError } from './service-error';

const MAX_BODY_BYTES = 64 * 1024 * 1024;

const unzip = promisify(gunzip);

/**
 * Reads a request's body and gunzips it when Content-Encoding is gzip. More than 64 MiB, before or after, is a 413. `take`
 * is called with the number of bytes that are buffered and may throw.
 */
export async function readBody(request: IncomingMessage, take: (bytes: number) => void): Promise<Buffer> {
  if (Number(request.headers['content-length']) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request)) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    take(chunk.length);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (request.headers['content-encoding']?.toLowerCase() !== 'gzip' || body.length === 0) return body;
  const unzippedBody = await unzip(body, { maxOutputLength: MAX_BODY_BYTES }).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : unreadable('The body is not gzip.');
    },
  );
  take(unzippedBody.length);
  return unzippedBody;
}

/** Stopping early keeps the connection open, so that the error can still be sent. */
function chunksOf(request: IncomingMessage): AsyncIterable<Buffer> {
  return request.iterator({ destroyOnReturn: false });
}

/** Members of a JSON body; an empty body has none. Anything but an object is a SerializationException. */
export function parseJsonMembers(body: Buffer): object {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw unreadable('The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unreadable('The body is not a JSON object.');
  }
  return value;
}

function tooLarge(): ServiceError {
  const message = 'The body is larger than 64 MiB.';
  return new ServiceError('RequestEntityTooLargeException', 413, message, {}, { connection: 'close' });
}

function unreadable(message: string): ServiceError {
  return new ServiceError('SerializationException', 400, message);
}

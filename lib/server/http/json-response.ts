import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const zip = promisify(gzip);

/** Smaller answers fit in a packet or two as they are. */
const MIN_ZIPPED_LENGTH = 1024;

export const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/**
 * A value as JSON, gzipped when the client accepts that. Zipped as a whole, which takes half the time of the stream that Next
 * would send otherwise.
 */
export async function jsonResponse(value: object, request: Request): Promise<Response> {
  const text = JSON.stringify(value);
  const headers = { ...HEADERS, 'content-type': 'application/json' };
  const isZipped = text.length >= MIN_ZIPPED_LENGTH && acceptsGzip(request.headers.get('accept-encoding'));
  if (!isZipped) return new Response(text, { headers });
  const body = new Uint8Array(await zip(text));
  return new Response(body, {
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
  });
}

/** Whether a header Accept-Encoding names gzip without refusing it by a weight of zero. */
export const acceptsGzip = (accepted: string | null): boolean =>
  (accepted ?? '').split(',').some((each) => {
    const [name = '', ...weights] = each.split(';').map((part) => part.trim().toLowerCase());
    return name === 'gzip' && !weights.some((weight) => /^q=0(\.0*)?$/.test(weight));
  });

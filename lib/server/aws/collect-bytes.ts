import { ProblemError } from '@/lib/answer/problem';
import { ensureCapacity } from '@/lib/profile/tree/columns';

/** Several times the size of a profile with 1,000,000 frames. */
const MAX_BYTES = 512 * 1024 * 1024;

/** The code of the problem with a body that has more bytes than were wanted. */
export const ANSWER_TOO_LARGE = 'AnswerTooLarge';

const INITIAL_BYTES = 1 << 14;

/** The body of an answer, with its headers if it came by HTTP. */
export type Body = AsyncIterable<Uint8Array> & { headers?: Record<string, unknown> };

/**
 * Collects a body into a buffer of its own, copying each chunk as it arrives: the clients' own collector joins
 * all chunks at the end, which blocks the thread. Rejects with a ProblemError above `maxBytes`.
 */
export async function collectBytes(body: Body, maxBytes = MAX_BYTES): Promise<Uint8Array> {
  const announced = Number(body.headers?.['content-length']);
  let bytes = new Uint8Array(announced >= 0 && announced <= maxBytes ? announced : INITIAL_BYTES);
  let length = 0;
  for await (const chunk of body) {
    if (length + chunk.length > maxBytes) throw tooLarge(maxBytes);
    bytes = ensureCapacity(bytes, length + chunk.length);
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes.length === length ? bytes : bytes.slice(0, length);
}

const tooLarge = (maxBytes: number) =>
  new ProblemError({
    code: ANSWER_TOO_LARGE,
    message: `AWS returned more than ${Math.floor(maxBytes / 1024 / 1024)} MiB, the maximum that the dashboard accepts.`,
    status: 502,
    retryable: false,
  });

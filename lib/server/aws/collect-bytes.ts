import { ProblemError } from '@/lib/answer/problem';
import { atLeast } from '@/lib/profile/tree/columns';

/** [?] Several times what a profile of 1,000,000 frames takes. */
const MOST_BYTES = 512 * 1024 * 1024;

const FEW_BYTES = 1 << 14;

/** The body of an answer, with its headers where it comes by HTTP. */
type Body = AsyncIterable<Uint8Array> & { headers?: Record<string, unknown> };

/**
 * The bytes of a body in a buffer of their own. They are copied as they come: the clients' own way puts them together at
 * the end, which holds up the thread. Rejects with a ProblemError when there are more than `mostBytes`.
 */
export async function collectBytes(body: Body, mostBytes = MOST_BYTES): Promise<Uint8Array> {
  const told = Number(body.headers?.['content-length']);
  let bytes = new Uint8Array(told >= 0 && told <= mostBytes ? told : FEW_BYTES);
  let length = 0;
  for await (const chunk of body) {
    if (length + chunk.length > mostBytes) throw tooLarge(mostBytes);
    bytes = atLeast(bytes, length + chunk.length);
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes.length === length ? bytes : bytes.slice(0, length);
}

const tooLarge = (mostBytes: number) =>
  new ProblemError({
    code: 'AnswerTooLarge',
    message: `AWS answered with more than ${Math.floor(mostBytes / 1024 / 1024)} MiB, the most that the dashboard takes.`,
    status: 502,
    retryable: false,
  });

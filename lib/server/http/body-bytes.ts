import { formatBytes } from '@/lib/answer/format-bytes';
import { badInput, ProblemError } from '@/lib/answer/problem';
import { SECOND } from '@/lib/time/duration';
import { untilAborted } from '../shared-calls';

const DEFAULT_IDLE_MS = 10 * SECOND;

type Limits = {
  maxBytes: number;
  /** The sentence that refuses a larger body. */
  tooLargeText?: string;
  /** Maximum time until all of it has arrived. */
  maxMs: number;
  /** Maximum time without a byte: a sender that has stopped must not hold what others wait for. */
  maxIdleMs?: number;
  /** Gets the first bytes as soon as they are there, and may throw to refuse the body. */
  checkStart?(start: Uint8Array): void;
};

/** Reads a request's body up to a size (413) and up to a time (408). Rejects with a ProblemError. */
export async function bodyBytes(request: Request, limits: Limits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await eachBodyPart(request, limits, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks);
}

/** As `bodyBytes`, but hands over each part, and reads the next one once it was taken. */
export async function eachBodyPart(
  request: Request,
  limits: Limits,
  take: (part: Uint8Array) => unknown,
): Promise<void> {
  const { maxBytes, maxMs, maxIdleMs = DEFAULT_IDLE_MS, checkStart } = limits;
  const { tooLargeText = `The body must be at most ${formatBytes(maxBytes)}.` } = limits;
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes)
    throw badInput(tooLargeText, 'body', 413);
  const reader = request.body?.getReader();
  if (!reader) return;
  const late = new AbortController();
  const whole = setTimeout(() => late.abort(tooSlow(maxMs)), maxMs);
  const idle = setTimeout(() => late.abort(stalled(maxIdleMs)), maxIdleMs);
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), late.signal);
      if (done) return;
      idle.refresh();
      if (size === 0) checkStart?.(value);
      size += value.length;
      if (size > maxBytes) throw badInput(tooLargeText, 'body', 413);
      await take(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(whole);
    clearTimeout(idle);
  }
}

const tooSlow = (maxMs: number) =>
  timeout(`The data did not arrive within ${maxMs / SECOND} seconds. Try again.`);

const stalled = (maxIdleMs: number) =>
  timeout(`No data arrived for ${maxIdleMs / SECOND} seconds. Check the connection and try again.`);

const timeout = (message: string) =>
  new ProblemError({ code: 'RequestTimeout', message, status: 408, retryable: true });

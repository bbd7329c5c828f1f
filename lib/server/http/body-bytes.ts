import { formatBytes } from '@/lib/answer/format-bytes';
import { badInput, ProblemError } from '@/lib/answer/problem';

type Limits = { maxBytes: number; maxMs?: number };

/** Reads a request's body up to a size (413) and a time (408). Rejects with a ProblemError. */
export async function bodyBytes(request: Request, { maxBytes, maxMs }: Limits): Promise<Uint8Array> {
  const tooLarge = () => badInput(`The body must be at most ${formatBytes(maxBytes)}.`, 'body', 413);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isLate = false;
  const reader = request.body?.getReader();
  const timeout =
    maxMs === undefined
      ? undefined
      : setTimeout(() => {
          isLate = true;
          void reader?.cancel().catch(() => undefined);
        }, maxMs);
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      size += read.value.length;
      if (size > maxBytes) {
        await reader?.cancel();
        throw tooLarge();
      }
      chunks.push(read.value);
    }
  } finally {
    clearTimeout(timeout);
  }
  if (isLate) throw tooSlow();
  return Buffer.concat(chunks);
}

const tooSlow = () =>
  new ProblemError({
    code: 'RequestTimeout',
    message: 'The body did not arrive in time. Try again.',
    status: 408,
    retryable: true,
  });

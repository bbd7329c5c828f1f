import type { z } from 'zod';
import { env } from '../env';
import { untilAborted } from '../shared-calls';
import { type LazyClient, LongWait } from './clients';
import type { OperationName } from './operations';
import { badAnswer, concernsCredentials, timedOut, toProblemError } from './problem';
import { readThrown } from './read-error';

/**
 * Calls one operation of AWS, with its retries within TRIPTYCH_AWS_TIMEOUT_MS and until the caller's signal,
 * and checks what comes back. Rejects with a ProblemError, or with the signal's reason when it was aborted.
 */
export async function call<Client, Schema extends z.ZodType>(
  operation: OperationName,
  lazy: LazyClient<Client>,
  schema: Schema,
  send: (client: Client, options: { abortSignal: AbortSignal }) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<z.output<Schema>> {
  signal?.throwIfAborted();
  const limit = AbortSignal.timeout(env().TRIPTYCH_AWS_TIMEOUT_MS);
  const abortSignal = signal ? AbortSignal.any([signal, limit]) : limit;
  let answer: unknown;
  try {
    const client = await lazy.get();
    answer = await untilAborted(send(client, { abortSignal }), abortSignal);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (limit.aborted) throw timedOut(operation);
    const known = toProblemError(operation, error instanceof LongWait ? error.cause : error);
    if (concernsCredentials(known.problem)) lazy.forget();
    throw known;
  }
  const checked = schema.safeParse(answer);
  if (checked.success) return checked.data;
  const wrong = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw badAnswer(operation, wrong.slice(0, 5).join('; '), readThrown(answer).requestId);
}

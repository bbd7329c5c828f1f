import type { z } from 'zod';
import { env } from '../env';
import { notKept } from '../links/link-problems';
import { keptLink } from '../links/link-scope';
import { untilAborted } from '../shared-calls';
import type { LazyClient } from './clients';
import { clientError } from './long-wait';
import type { OperationName } from './operations';
import { badAnswer, concernsCredentials, timedOut, toProblemError } from './problem';
import { readError } from './read-error';
import { watchCall } from './watch-call';

/**
 * Calls an operation of AWS, including retries within TRIPTYCH_AWS_TIMEOUT_MS, and validates the answer.
 * Rejects with a ProblemError, also when a shared link is shown, or with the signal's reason when it is aborted.
 */
export async function call<Client, Schema extends z.ZodType>(
  operation: OperationName,
  lazy: LazyClient<Client>,
  schema: Schema,
  send: (client: Client, options: { abortSignal: AbortSignal }) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<z.output<Schema>> {
  signal?.throwIfAborted();
  if (keptLink()) throw notKept();
  const timeout = AbortSignal.timeout(env().TRIPTYCH_AWS_TIMEOUT_MS);
  const abortSignal = signal ? AbortSignal.any([signal, timeout]) : timeout;
  const watched = watchCall(operation);
  let answer: unknown;
  try {
    const client = await lazy.get();
    answer = await untilAborted(send(client, { abortSignal }), abortSignal);
  } catch (error) {
    if (signal?.aborted) {
      watched.aborted();
      throw signal.reason;
    }
    if (timeout.aborted) {
      watched.timedOut();
      throw timedOut(operation);
    }
    const cause = clientError(error);
    watched.failed(cause);
    const failure = toProblemError(operation, cause);
    if (concernsCredentials(failure.problem)) lazy.forget();
    throw failure;
  }
  const parsed = schema.safeParse(answer);
  if (parsed.success) {
    watched.succeeded();
    return parsed.data;
  }
  const { requestId } = readError(answer);
  watched.hasBadAnswer(requestId);
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw badAnswer(operation, issues.slice(0, 5).join('; '), requestId);
}

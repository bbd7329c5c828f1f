import type { z } from 'zod';
import { env } from '../env';
import { notKept } from '../links/link-problems';
import { keptLink } from '../links/link-scope';
import { untilAborted } from '../shared-calls';
import { symptomOf } from './care/refusals';
import { callingOf, type Turn, upstreamOf } from './care/upstream';
import type { LazyClient } from './clients';
import { failureOf } from './failure';
import { clientError } from './long-wait';
import type { OperationName } from './operations';
import { badAnswer, concernsCredentials, timedOut, toProblemError } from './problem';
import { readError } from './read-error';
import { watchCall } from './watch-call';

/**
 * Calls an operation of AWS when it is its turn, including retries within TRIPTYCH_AWS_TIMEOUT_MS, and validates the answer. Rejects with a ProblemError, also when a shared link is shown or the service
 * has failed too often, or with the signal's reason when it is aborted.
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
  const { TRIPTYCH_AWS_TIMEOUT_MS: timeoutMs } = env();
  const upstream = upstreamOf(operation);
  const turn = await upstream.turn(signal);
  const timeout = AbortSignal.timeout(timeoutMs);
  const abortSignal = signal ? AbortSignal.any([signal, timeout]) : timeout;
  const watched = watchCall(operation);
  let answer: unknown;
  try {
    const client = await lazy.get();
    answer = await callingOf(upstream, () => untilAborted(send(client, { abortSignal }), abortSignal));
  } catch (error) {
    if (signal?.aborted) {
      turn.end('unknown');
      watched.aborted();
      throw signal.reason;
    }
    if (timeout.aborted) {
      turn.end('ill', symptomOf('timedOut'));
      watched.timedOut();
      throw timedOut(operation);
    }
    const cause = clientError(error);
    turn.end(...verdictOn(cause));
    watched.failed(cause);
    const failure = toProblemError(operation, cause);
    if (concernsCredentials(failure.problem)) lazy.forget();
    throw failure;
  }
  turn.end('well');
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

/** What a failure tells about the service. One that came with a status was answered, if only by a refusal. */
function verdictOn(error: unknown): Parameters<Turn['end']> {
  const read = readError(error);
  const symptom = symptomOf(failureOf(read), read);
  if (symptom) return ['ill', symptom];
  return [read.status === undefined ? 'unknown' : 'well'];
}

import { capitalized } from '@/lib/answer/capitalized';
import { ProblemError } from '@/lib/answer/problem';
import { formatDuration, SECOND } from '@/lib/time/duration';
import type { Failure } from '../failure';
import { type OperationName, wordingOf } from '../operations';
import { type ClientError, NO_CLIENT_ERROR } from '../read-error';
import type { Refused } from './circuit';

/** When a call that found too many others waiting makes sense again. */
const RETRY_AFTER_SECONDS = 10;

/** How a service that is ill failed the last time. */
export type Symptom = { failure: Failure; error: ClientError };

/** The symptom of a failure that others would have too; undefined for one that concerns the request alone. */
export function symptomOf(failure: Failure | undefined, error = NO_CLIENT_ERROR): Symptom | undefined {
  switch (failure) {
    case 'unreachable':
    case 'timedOut':
    case 'serviceFailed':
      return { failure, error };
    case 'badAnswer':
      // Text with the status of a failure is that of a proxy. Other unreadable answers may be about one resource.
      return (error.status ?? 0) >= 500 ? { failure: 'serviceFailed', error } : undefined;
    default:
      return undefined;
  }
}

/** The service has failed too often to be called now. */
export function circuitOpen(operation: OperationName, refused: Refused<Symptom>): ProblemError {
  const { service, subject } = wordingOf(operation);
  const seconds = Math.ceil(refused.retryAfterMs / SECOND);
  return new ProblemError({
    code: 'CircuitOpen',
    message: `${service} has failed for ${inSeconds(refused.failingMs)}: ${causeOf(refused.cause)}. ${capitalized(subject)} will be requested again in ${seconds} s.`,
    status: 503,
    retryAfterSeconds: seconds,
    retryable: true,
  });
}

function causeOf({ failure, error: { status, systemCode } }: Symptom): string {
  if (failure === 'unreachable') return `its endpoint can’t be reached (${systemCode})`;
  if (failure === 'timedOut') return 'it takes too long to answer';
  return `it answers with status ${status}`;
}

/** A duration without parts of seconds, one at least. */
function inSeconds(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / SECOND));
  return seconds < 10 ? `${seconds} s` : formatDuration(seconds * SECOND);
}

/** As many calls as may wait for an operation already do. */
export const queueFull = (operation: OperationName): ProblemError =>
  busy(operation, 'The queue of requests for it is full.');

/** A call has waited for its turn as long as it may. */
export const waitedTooLong = (operation: OperationName, waitedMs: number): ProblemError =>
  busy(operation, `Others were before it in the queue for ${inSeconds(waitedMs)}.`);

function busy(operation: OperationName, why: string): ProblemError {
  const { service, subject } = wordingOf(operation);
  return new ProblemError({
    code: 'Busy',
    message: `The dashboard’s server did not request ${subject} from ${service}. ${why} Retrying in ${RETRY_AFTER_SECONDS} s.`,
    status: 429,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    retryable: true,
  });
}

import { randomUUID } from 'node:crypto';
import { type Problem, ProblemError } from '@/lib/answer/problem';
import { kindOf } from './failure';
import type { OperationName } from './operations';
import { NOTHING_THROWN, readThrown } from './read-error';
import { sayProblem } from './sentences';

/** Whether the client's credentials must be read anew: nothing else that is retried has the status 503. */
export const concernsCredentials = ({ status, retryable }: Problem): boolean => status === 503 && retryable;

/** The typed error for anything that a call of AWS threw. What AWS wrote is left out. */
export function toProblemError(operation: OperationName, error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const thrown = readThrown(error);
  const kind = kindOf(thrown);
  if (!kind) return unknownProblem(error);
  if (kind === 'badAnswer') return badAnswer(operation, thrown.message, thrown.requestId);
  const { requestId } = thrown;
  return new ProblemError({ ...sayProblem(kind, operation, thrown), ...(requestId ? { requestId } : {}) });
}

/** AWS answered, but not what its API promises. `detail` goes to the log only. */
export function badAnswer(operation: OperationName, detail: string, requestId?: string): ProblemError {
  console.error(`${operation}: bad answer: ${oneLine(detail)}`);
  return new ProblemError({
    ...sayProblem('badAnswer', operation, NOTHING_THROWN),
    ...(requestId ? { requestId } : {}),
  });
}

export const timedOut = (operation: OperationName): ProblemError =>
  new ProblemError(sayProblem('timedOut', operation, NOTHING_THROWN));

/** An error that nobody foresaw: an id for the viewer, the details in the server's log. */
export function unknownProblem(error: unknown): ProblemError {
  const id = randomUUID();
  const detail = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  console.error(`unexpected error ${id}: ${oneLine(detail)}`);
  return new ProblemError({
    code: 'Unexpected',
    message: `Something went wrong in the dashboard’s server. Its log has the details under ${id}.`,
    status: 500,
    requestId: id,
    retryable: true,
  });
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' | ');

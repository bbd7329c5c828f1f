import { randomUUID } from 'node:crypto';
import { type Problem, ProblemError } from '@/lib/answer/problem';
import { currentRequestId } from '../log/current-request';
import { log } from '../log/log';
import { failureOf } from './failure';
import type { OperationName } from './operations';
import { NO_CLIENT_ERROR, readError } from './read-error';
import { BAD_ANSWER, describeFailure } from './sentences';

/** The name of the error with which Next ends the work for a page whose viewer has left: nothing is wrong. */
const VIEWER_LEFT = 'ResponseAborted';

/** Whether new credentials may solve a problem with an answer of AWS: no other retryable one has the status 503. */
export const concernsCredentials = ({ status, retryable }: Problem): boolean => status === 503 && retryable;

/** Whether the same call may succeed later. A bad answer to it is as bad the next time. */
export const mayPass = ({ retryable, code }: Problem): boolean => retryable && code !== BAD_ANSWER;

/** The typed error for anything that a call of AWS threw, without AWS's own message. */
export function toProblemError(operation: OperationName, error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const read = readError(error);
  const failure = failureOf(read);
  if (!failure) return unknownProblem(error);
  if (failure === 'badAnswer') return badAnswer(operation, read.message, read.requestId);
  const { requestId } = read;
  return new ProblemError({
    ...describeFailure(failure, operation, read),
    ...(requestId ? { requestId } : {}),
  });
}

/** AWS's answer breaks the contract of its API. `detail` goes to the log only. */
export function badAnswer(operation: OperationName, detail: string, requestId?: string): ProblemError {
  console.error(`${operation}: bad answer: ${oneLine(detail)}`);
  return new ProblemError({
    ...describeFailure('badAnswer', operation, NO_CLIENT_ERROR),
    ...(requestId ? { requestId } : {}),
  });
}

export const timedOut = (operation: OperationName): ProblemError =>
  new ProblemError(describeFailure('timedOut', operation, NO_CLIENT_ERROR));

/** An unforeseen error: the viewer gets an id, the server's log the details. */
export function unknownProblem(error: unknown): ProblemError {
  const id = currentRequestId() ?? randomUUID();
  const detail = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  const write = error instanceof Error && error.name === VIEWER_LEFT ? log.debug : console.error;
  write(`unexpected error ${id}: ${oneLine(detail)}`);
  return new ProblemError({
    code: 'Unexpected',
    message: `Something went wrong in the dashboard’s server. Its log has the details under ${id}.`,
    status: 500,
    requestId: id,
    retryable: true,
  });
}

/** Any error as a typed one; an unforeseen one is logged. */
export const asProblemError = (error: unknown): ProblemError =>
  error instanceof ProblemError ? error : unknownProblem(error);

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' | ');

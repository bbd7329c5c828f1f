import { ProblemError } from '@/lib/answer/problem';
import { log } from '../log/log';
import { countCall } from '../metrics/metrics';
import { type Failure, failureOf } from './failure';
import type { OperationName } from './operations';
import { type ClientError, readError } from './read-error';

/** Failures that are part of ordinary use: a range without a profile, a farm on which an aggregation runs. */
const ORDINARY: readonly string[] = ['notFound', 'throttled'] satisfies Failure[];

/** Counts a call of AWS, and logs it if it fails. One of the functions must be called at its end. */
export function watchCall(operation: OperationName) {
  const start = performance.now();
  const end = countCall(operation);
  const failed = (result: string, { name, systemCode, status, requestId }: Partial<ClientError>) => {
    end(result);
    log[ORDINARY.includes(result) ? 'info' : 'warn'](`AWS call failed: ${operation}`, {
      operation,
      result,
      error: systemCode ?? name,
      awsStatus: status,
      awsRequestId: requestId,
      ms: Math.round(performance.now() - start),
    });
  };
  return {
    succeeded: () => end('ok'),
    /** Nobody waits for it any more. */
    aborted: () => end('aborted'),
    timedOut: () => failed('timedOut' satisfies Failure, {}),
    /** The answer breaks the contract of the API. */
    hasBadAnswer: (requestId: string | undefined) => failed('badAnswer' satisfies Failure, { requestId }),
    failed: (error: unknown) => {
      if (error instanceof ProblemError) return failed('notSent', { name: error.problem.code });
      const read = readError(error);
      failed(failureOf(read) ?? 'unexpected', read);
    },
  };
}

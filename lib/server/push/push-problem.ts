import { ProblemError } from '@/lib/answer/problem';
import { unknownProblem } from '../aws/problem';
import type { FailedPush } from './messages';

/** The end of a push that failed in a way that was foreseen. */
type Foreseen = Exclude<FailedPush, { failure: string }>;

const RETRY_AFTER_SECONDS = 5;

/** The problem to report for a push that failed. Details that local-aws gave go to the log only. */
export function pushProblem(end: Foreseen): ProblemError {
  if ('refused' in end) return fileRefused(end.refused);
  if ('failed' in end) return localAwsFailed(end);
  return new ProblemError({
    code: 'LocalAwsUnavailable',
    message: end.unanswered,
    status: 502,
    retryable: !end.hasPosted,
  });
}

function localAwsFailed({ failed, isBusy, hasPosted, detail }: Extract<Foreseen, { failed: string }>) {
  console.error(`push: local-aws failed: ${detail.replace(/\s*\n\s*/g, ' | ')}`);
  return new ProblemError({
    ...(isBusy
      ? { code: 'LocalAwsBusy', status: 429, retryAfterSeconds: RETRY_AFTER_SECONDS }
      : { code: 'LocalAwsFailed', status: 502 }),
    message: failed,
    retryable: !hasPosted,
  });
}

/** An unforeseen end after posting began. It isn't offered again, because samples would count twice. */
export function uncertainPush(file: string, error: unknown): ProblemError {
  const { problem } = unknownProblem(error);
  return new ProblemError({
    ...problem,
    message: `${file} may have been pushed in part. ${problem.message}`,
    retryable: false,
  });
}

/** A file that can't be pushed: a sentence that names it and the reason. */
export const fileRefused = (message: string): ProblemError =>
  new ProblemError({ code: 'FileRefused', message, status: 422, retryable: false });

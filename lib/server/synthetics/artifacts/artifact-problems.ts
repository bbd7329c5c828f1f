import { formatBytes } from '@/lib/answer/format-bytes';
import { ProblemError } from '@/lib/answer/problem';
import { ANSWER_TOO_LARGE } from '../../aws/collect-bytes';

const problem = (code: string, status: number, message: string) =>
  new ProblemError({ code, message, status, retryable: false });

/** A file, or its folder, that isn't there. */
export const gone = (message: string) => problem('ArtifactGone', 404, message);

/** A file in an archive such as Glacier. */
export const archived = (file: string) =>
  problem('ArtifactArchived', 409, `${file} is archived in S3. Restore it in the AWS console to open it.`);

const TOO_LARGE = 'ArtifactTooLarge';

/** A file that would take the server's memory or thread for long. */
export const tooLarge = (message: string) => problem(TOO_LARGE, 413, message);

/** Whether a file has more bytes than were wanted, as it announced or as reading it showed. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof ProblemError && [TOO_LARGE, ANSWER_TOO_LARGE].includes(error.problem.code);

export const tooManyBytes = (file: string, bytes: number, maxBytes: number) =>
  tooLarge(`${file} has ${formatBytes(bytes)}. At most ${formatBytes(maxBytes)} are shown here.`);

/** A file that isn't what its name promises. */
export const unreadable = (file: string, what: string) =>
  problem('ArtifactUnreadable', 422, `${file} can’t be shown, because it is not ${what}.`);

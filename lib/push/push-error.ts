import { counted } from '@/lib/answer/counted';
import { NotAnswered } from './local-aws';
import { LocalAwsFailed } from './local-aws-failed';
import { type PostFailed, TooSlow } from './post-profiles';
import { PushRefused } from './push-refused';

/** A file, and the profiling group that it was posted to. */
type Push = { file: string; group: string };

/**
 * The error to report for a failed post: PushRefused when the file or the group is at fault, NotAnswered or LocalAwsFailed when the
 * connection or local-aws is, and anything unforeseen as it is.
 */
export function pushError({ cause, acceptedCount }: PostFailed, { file, group }: Push): Error {
  const hasPosted = acceptedCount > 0;
  if (cause instanceof NotAnswered) {
    const isUncertain = cause.hasPosted || hasPosted;
    const end = isUncertain ? 'may have been pushed in part' : 'was not pushed';
    return new NotAnswered(`${file} ${end}. ${cause.message}`, isUncertain);
  }
  const sentence = refusal(cause, group);
  if (sentence !== undefined) {
    return new PushRefused(file, [sentence, ...acceptedNote(acceptedCount)].join(' '), hasPosted);
  }
  const status = statusOf(cause);
  if (status === 429 || status >= 500) return new LocalAwsFailed(file, status === 429, hasPosted, cause);
  return cause;
}

/** Why the file can't be pushed to the group, undefined when neither of them is at fault. */
function refusal(cause: Error, group: string): string | undefined {
  if (cause instanceof TooSlow) return cause.message;
  if (cause.name === 'ValidationException') return withoutField(cause.message);
  if (cause.name === 'ServiceQuotaExceededException') {
    return `local-aws can't have more profiling groups. Push it to one that exists, or delete one.`;
  }
  if (cause.name === 'ResourceNotFoundException') {
    return `The profiling group ${group} was deleted in the meantime. Push the file again.`;
  }
  return undefined;
}

/** A validation message without the name of the field, which local-aws puts in front. */
const withoutField = (message: string) =>
  message.replace(/^agentProfile: (.)/, (_field, first: string) => first.toUpperCase());

function acceptedNote(count: number): string[] {
  if (count === 0) return [];
  return [`${counted(count, 'post')} before it ${count === 1 ? 'was' : 'were'} accepted.`];
}

const statusOf = (error: Error & { $metadata?: { httpStatusCode?: number } }): number =>
  error.$metadata?.httpStatusCode ?? 0;

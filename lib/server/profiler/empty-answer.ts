import type { Answer } from '@/lib/answer/answer';
import { isNotFound } from '@/lib/answer/problem';
import { describeProfilingGroup } from './describe-profiling-group';

/**
 * Returns an empty answer in place of "not found": for a group that exists, this means that there is no profile. Throws any other
 * error, and that of a group that doesn't exist.
 */
export async function emptyAnswer<Data>(
  error: unknown,
  group: string,
  data: Data,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  if (!isNotFound(error)) throw error;
  const { asOf } = await describeProfilingGroup(group, signal);
  return { data, asOf, partial: false, warnings: [] };
}

import type { KeyedRow, ShownIds } from './names';

/** The jobs and users in rows. */
export function shownIdsOf(rows: Iterable<KeyedRow>): ShownIds {
  const jobs = new Map<string, string | undefined>();
  const userIds = new Set<string>();
  for (const { jobId, jobName, userId } of rows) {
    if (jobId) jobs.set(jobId, jobName || jobs.get(jobId));
    if (userId) userIds.add(userId);
  }
  return { jobs, userIds };
}

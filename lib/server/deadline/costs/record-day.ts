import { DAY } from '@/lib/time/duration';
import { aggregationKey } from './aggregations';
import { costArchive } from './archived-rows';
import { readCosts } from './read-costs';

/**
 * Archives the costs of a farm on a UTC day, counted from 1970, as its page shows a day at first: by hour and queue. A day that is archived
 * costs no call. Resolves with a function that moves them to what is recorded, which must be called once they are archived. Rejects with a
 * ProblemError, or with the signal's reason.
 */
export async function recordDay(
  farmId: string,
  day: number,
  signal: AbortSignal,
): Promise<() => Promise<void>> {
  const plan = await readCosts(farmId, { from: day * DAY, to: (day + 1) * DAY }, signal);
  return async () => {
    const source = plan && (await costArchive());
    for (const { request } of plan?.requests ?? [])
      await source?.record(['statistics', aggregationKey(request)]);
  };
}

import { neededKeys, possibleKeys } from '../filters/needed-keys';
import type { AskedCosts } from '../plan/asked-costs';
import { isShorterPeriod, periodFor } from '../plan/periods';

/**
 * The costs by job that belong to the costs of a page: the same queues or fleets, range and filters. Its buckets are no shorter than
 * usual for the range, because only sums count. Undefined if the filters leave AWS no key for the job.
 */
export function askedJobs(asked: AskedCosts): AskedCosts | undefined {
  const { query, filters } = asked;
  if (!possibleKeys(filters).includes('JOB_ID')) return undefined;
  const usual = periodFor(query);
  const period = isShorterPeriod(query.period, usual) ? usual : query.period;
  return {
    ...asked,
    groupBy: ['JOB_ID'],
    query: { ...query, period, keys: neededKeys(['JOB_ID'], filters) },
  };
}

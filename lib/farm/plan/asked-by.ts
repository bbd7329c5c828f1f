import type { Filter } from '../filters/filter';
import { neededKeys } from '../filters/needed-keys';
import type { GroupKey } from '../session-statistics';
import type { AskedCosts } from './asked-costs';
import { isShorterPeriod, periodFor } from './periods';

/**
 * The costs of a page by one key with some filters, for a list of its values. Its buckets are no shorter than usual for the range,
 * because only sums count.
 */
export function askedBy(asked: AskedCosts, key: GroupKey, filters: readonly Filter[]): AskedCosts {
  const { query } = asked;
  const usual = periodFor(query);
  const period = isShorterPeriod(query.period, usual) ? usual : query.period;
  return {
    ...asked,
    ...{ groupBy: [key], filters },
    query: { ...query, period, keys: neededKeys([key], filters) },
  };
}

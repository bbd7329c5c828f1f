import type { Span } from '@/lib/time/range';
import { KEY_MEMBERS } from '../key-members';
import type { KeyedRow } from '../names';
import type { AggregationPeriod, GroupKey } from '../session-statistics';
import { combineRows } from './combine-rows';
import type { CostRows } from './cost-rows';
import { groupRows } from './group-rows';

/** Rows by one or two keys in buckets of local time. */
export type CostTable = {
  keys: readonly GroupKey[];
  period: AggregationPeriod;
  /** The requested span. The first and the last bucket can extend beyond it. */
  span: Span;
  rows: CostRows;
};

/** The values of a group's keys, and its cost in the whole span. */
export type GroupSum = KeyedRow & { costUsd: { sum?: number } };

/** The cost of each group of a table. */
export function groupSums({ rows, keys }: Pick<CostTable, 'rows' | 'keys'>): GroupSum[] {
  const { group, ids } = groupRows(rows, keys);
  const sums = combineRows(rows, 'costUsd', 'SUM', ids.length, (row) => group[row] ?? 0);
  return ids.map((values, at) => {
    const sum = sums[at] ?? Number.NaN;
    const one: GroupSum = { costUsd: Number.isNaN(sum) ? {} : { sum } };
    for (const [key, id] of values.entries()) {
      const name = keys[key];
      if (name && id !== '') one[KEY_MEMBERS[name]] = id;
    }
    const jobName = one.jobId && rows.jobNames.get(one.jobId);
    if (jobName !== undefined && jobName !== '') one.jobName = jobName;
    return one;
  });
}

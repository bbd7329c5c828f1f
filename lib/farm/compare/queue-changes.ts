import type { CostRows } from '../rows/cost-rows';
import { groupRows, type RowGroups } from '../rows/group-rows';
import { groupTotals } from '../rows/group-totals';
import { besideEarlier } from './beside-earlier';

/** The cost of a queue in a range and an earlier one, US dollars; NaN where it is unknown, as all of an earlier one without rows. */
export type QueueChange = { queueId: string; costUsd: number; beforeUsd: number };

const grouped = (rows: CostRows) => {
  const groups: RowGroups = groupRows(rows, ['QUEUE_ID']);
  return { groups, totals: groupTotals(rows, groups) };
};

/** The costs of each queue in two ranges, the most expensive of both together first. `before` is undefined while it isn't known. */
export function queueChanges(now: CostRows, before: CostRows | undefined): QueueChange[] {
  const own = grouped(now);
  const { groups, totals, earlier } = before
    ? besideEarlier(own, grouped(before))
    : { ...own, earlier: undefined };
  return groups.ids
    .map(([queueId = ''], at) => ({
      queueId,
      costUsd: totals.costUsd[at] ?? 0,
      beforeUsd: earlier ? (earlier.costUsd[at] ?? 0) : Number.NaN,
    }))
    .sort((a, b) => costOf(b) - costOf(a) || (a.queueId < b.queueId ? -1 : 1));
}

const costOf = ({ costUsd, beforeUsd }: QueueChange) => (costUsd || 0) + (beforeUsd || 0);

import type { CostRows } from '../rows/cost-rows';
import { groupRows } from '../rows/group-rows';
import { groupTotals } from '../rows/group-totals';
import { ratio } from '../totals/total-columns';

/** The queue with the highest cost, and its share of the cost of all rows. */
export type TopQueue = { queueId: string; costUsd: number; share: number };

/** Returns the most expensive queue of rows by queue; undefined if none has a cost. */
export function topQueue(rows: CostRows): TopQueue | undefined {
  const groups = groupRows(rows, ['QUEUE_ID']);
  const { costUsd } = groupTotals(rows, groups);
  const wholeUsd = costUsd.reduce((all, cost) => all + (cost || 0), 0);
  let top: TopQueue | undefined;
  for (const [group, cost] of costUsd.entries()) {
    const queueId = groups.ids[group]?.[0];
    if (queueId && cost > (top?.costUsd ?? 0)) top = { queueId, costUsd: cost, share: ratio(cost, wholeUsd) };
  }
  return top;
}

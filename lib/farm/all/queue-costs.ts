import type { CostRows } from '../rows/cost-rows';
import { groupRows } from '../rows/group-rows';
import { groupTotals } from '../rows/group-totals';
import { ratio } from '../totals/total-columns';

/** A queue that has a cost, and its share of the cost of all rows. */
export type QueueCost = { queueId: string; costUsd: number; share: number };

/** The queues of rows by queue that have a cost, the most expensive first. */
export function queueCosts(rows: CostRows): QueueCost[] {
  const groups = groupRows(rows, ['QUEUE_ID']);
  const { costUsd } = groupTotals(rows, groups);
  const wholeUsd = costUsd.reduce((all, cost) => all + (cost || 0), 0);
  return Array.from(costUsd, (cost, group) => ({
    ...{ queueId: groups.ids[group]?.[0] ?? '', costUsd: cost },
    share: ratio(cost, wholeUsd),
  }))
    .filter((queue) => queue.queueId !== '' && queue.costUsd > 0)
    .sort((a, b) => b.costUsd - a.costUsd);
}

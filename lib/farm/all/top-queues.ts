import { type Names, nameOfId } from '../names';
import type { Farm } from '../session-statistics';
import { ratio } from '../totals/total-columns';
import type { FarmSummary } from './farm-summary';
import type { QueueCost } from './queue-costs';

/** A queue among those of all farms. */
export type RankedQueue = QueueCost & {
  farm: Farm;
  name: string;
};

export type TopQueues = {
  /** Queues that have a cost, the most expensive first; their shares are of the cost of all ranked farms together. */
  all: RankedQueue[];
  /** The first of them. */
  top: RankedQueue[];
  /** The share of those at the top, together. */
  share: number;
};

type FarmOfQueues = { farm: Farm; names: Names; summary?: FarmSummary };

/** Ranks the queues of the farms whose whole cost is known by their cost; `maxCount` of them are at the top. `wholeUsd` is that of these farms. */
export function topQueues(farms: readonly FarmOfQueues[], wholeUsd: number, maxCount: number): TopQueues {
  const all = farms
    .flatMap(({ farm, names, summary }) =>
      summary?.isWhole
        ? summary.queues.map((queue) => ({
            ...queue,
            share: ratio(queue.costUsd, wholeUsd),
            ...{ farm, name: nameOfId(queue.queueId, names) },
          }))
        : [],
    )
    .sort((a, b) => b.costUsd - a.costUsd);
  const top = all.slice(0, maxCount);
  const topUsd = top.reduce((sum, { costUsd }) => sum + costUsd, 0);
  return { all, top, share: ratio(topUsd, wholeUsd) };
}

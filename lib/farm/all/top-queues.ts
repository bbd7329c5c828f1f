import type { Names } from '../names';
import type { Farm } from '../session-statistics';
import { ratio } from '../totals/total-columns';
import type { FarmSummary } from './farm-summary';
import type { QueueCost } from './queue-costs';

/** A queue among those of all farms. */
export type RankedQueue = QueueCost & {
  farm: Farm;
  names: Names;
};

export type TopQueues = {
  /** The most expensive first; their shares are of the cost of all known farms together. */
  top: RankedQueue[];
  /** Queues that have a cost. */
  count: number;
  /** The share of those at the top, together. */
  share: number;
};

type FarmOfQueues = { farm: Farm; names: Names; summary?: FarmSummary };

/** Ranks the queues of farms by their cost; at most `maxCount`. */
export function topQueues(farms: readonly FarmOfQueues[], maxCount: number): TopQueues {
  const known = farms.flatMap(({ farm, names, summary }) => (summary ? [{ farm, names, summary }] : []));
  const wholeUsd = known.reduce((sum, { summary }) => sum + summary.figures.costUsd, 0);
  const all = known
    .flatMap(({ farm, names, summary }) =>
      summary.queues.map((queue) => ({ ...queue, share: ratio(queue.costUsd, wholeUsd), farm, names })),
    )
    .sort((a, b) => b.costUsd - a.costUsd);
  const top = all.slice(0, maxCount);
  return {
    top,
    count: all.length,
    share: ratio(
      top.reduce((sum, { costUsd }) => sum + costUsd, 0),
      wholeUsd,
    ),
  };
}

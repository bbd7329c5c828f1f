import type { Budget } from '../../deadline/budget';
import { type SampleFarm, sampleId } from './sample-farms';

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** [?] Its action is far off: a queue that were stopped would have no sessions. */
const STOP = {
  type: 'STOP_SCHEDULING_AND_COMPLETE_TASKS',
  thresholdPercentage: 100,
  description: 'What runs is completed.',
} as const;

/**
 * A budget for each queue and calendar month (UTC), this and the one before: a function of the time. It is ACTIVE in
 * its month. What a queue has in its plan has no action below it and may be overspent; others have a wide limit.
 */
export function sampleBudgets(sample: SampleFarm, now: number): Budget[] {
  return sample.queues.flatMap((queue) =>
    [0, -1].map((ago) => {
      const { year, month, from, to } = monthAt(now, ago);
      const { queueId, displayName, createdBy } = queue.queue;
      const active = ago === 0;
      return {
        budgetId: sampleId('budget', queueId, year, month),
        queueId,
        displayName: `${displayName}, ${MONTH_NAMES[month]} ${year}`,
        description: queue.budget.stops ? 'Stops the queue.' : 'Is only watched.',
        status: active ? 'ACTIVE' : 'INACTIVE',
        limitUsd: queue.budget.limitUsd,
        actions: queue.budget.stops ? [STOP] : [],
        from,
        to,
        createdAt: from,
        createdBy,
        ...(active ? {} : { updatedAt: to }),
      };
    }),
  );
}

function monthAt(now: number, ago: number) {
  const today = new Date(now);
  const start = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ago));
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  return { year, month, from: start.getTime(), to: Date.UTC(year, month + 1) };
}

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

/** Its threshold is never reached: a stopped queue would have no sessions. */
const STOP = {
  type: 'STOP_SCHEDULING_AND_COMPLETE_TASKS',
  thresholdPercentage: 100,
  description: 'Agreed with the producer of the show.',
} as const;

/**
 * Each queue's budgets for the current and the previous calendar month (UTC), newest first. A budget is ACTIVE in its
 * own month.
 */
export function sampleBudgets(sample: SampleFarm, now: number): Budget[] {
  return sample.queues.flatMap((queue) =>
    [0, -1].map((monthOffset) => {
      const { year, month, from, to } = monthAt(now, monthOffset);
      const { queueId, displayName, createdBy } = queue.queue;
      const isActive = monthOffset === 0;
      return {
        budgetId: sampleId('budget', queueId, year, month),
        queueId,
        displayName: `${displayName}, ${MONTH_NAMES[month]} ${year}`,
        description: queue.budget.stops
          ? 'Stops the queue when it is used up.'
          : 'Nothing stops when it is used up.',
        status: isActive ? 'ACTIVE' : 'INACTIVE',
        limitUsd: queue.budget.limitUsd,
        actions: queue.budget.stops ? [STOP] : [],
        from,
        to,
        createdAt: from,
        createdBy,
        ...(isActive ? {} : { updatedAt: to }),
      };
    }),
  );
}

function monthAt(now: number, monthOffset: number) {
  const today = new Date(now);
  const start = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + monthOffset));
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  return { year, month, from: start.getTime(), to: Date.UTC(year, month + 1) };
}

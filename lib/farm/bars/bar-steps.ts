import { PERIOD_UNITS } from '../labels';
import type { AggregationPeriod } from '../session-statistics';

/** How much of local time a bar covers: some hours, days, weeks or months. */
export type BarStep = { period: AggregationPeriod; count: number };

const one = (period: AggregationPeriod): BarStep => ({ period, count: 1 });
const hours = (count: number): BarStep => ({ period: 'HOURLY', count });

/** The steps of bars for buckets of each period, the shortest first. Weeks don't fit into months. */
const STEPS: Record<AggregationPeriod, readonly BarStep[]> = {
  HOURLY: [1, 2, 3, 6, 12].map(hours).concat(one('DAILY'), one('WEEKLY'), one('MONTHLY')),
  DAILY: [one('DAILY'), one('WEEKLY'), one('MONTHLY'), { period: 'MONTHLY', count: 3 }],
  WEEKLY: [1, 2, 4, 13, 52].map((count) => ({ period: 'WEEKLY', count })),
  MONTHLY: [1, 3, 12].map((count) => ({ period: 'MONTHLY', count })),
};

/** The steps that bars can have for buckets of a period, the shortest first. The first is that of the buckets. */
export const stepsFor = (period: AggregationPeriod): readonly BarStep[] => STEPS[period];

/** What a bar is: `hour`, `6 hours`, `day`. */
export function stepText({ period, count }: BarStep): string {
  const unit = PERIOD_UNITS[period];
  return count === 1 ? unit : `${count} ${unit}s`;
}

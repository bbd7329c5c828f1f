import { DAY, HOUR, WEEK } from '@/lib/time/duration';
import { FIRST_MONDAY } from '../buckets';
import { PERIOD_UNITS } from '../labels';
import type { AggregationPeriod } from '../session-statistics';

/** How much of local time a bar covers: some hours, days, weeks or months. */
export type BarStep = { period: AggregationPeriod; count: number };

const MONTHS_PER_YEAR = 12;

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

/** Returns the local time at which the step that contains a local time starts. Both are milliseconds since 1970. */
export function stepStart(wall: number, { period, count }: BarStep): number {
  switch (period) {
    case 'HOURLY':
      return Math.floor(wall / (count * HOUR)) * count * HOUR;
    case 'DAILY':
      return Math.floor(wall / (count * DAY)) * count * DAY;
    case 'WEEKLY':
      return FIRST_MONDAY + Math.floor((wall - FIRST_MONDAY) / (count * WEEK)) * count * WEEK;
    case 'MONTHLY':
      return Date.UTC(1970, Math.floor(monthOf(wall) / count) * count);
  }
}

/** Returns the local time at which the step ends that starts at a local time. */
export function stepEnd(start: number, { period, count }: BarStep): number {
  const length = { HOURLY: HOUR, DAILY: DAY, WEEKLY: WEEK };
  if (period === 'MONTHLY') return Date.UTC(1970, monthOf(start) + count);
  return start + count * length[period];
}

/** What a bar is: `hour`, `6 hours`, `day`. */
export function stepText({ period, count }: BarStep): string {
  const unit = PERIOD_UNITS[period];
  return count === 1 ? unit : `${count} ${unit}s`;
}

/** Months since 1970. */
function monthOf(wall: number): number {
  const date = new Date(wall);
  return (date.getUTCFullYear() - 1970) * MONTHS_PER_YEAR + date.getUTCMonth();
}

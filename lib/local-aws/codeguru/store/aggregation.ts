import { DAY, HOUR, MINUTE } from '@/lib/time/duration';

export type AggregationPeriod = 'PT5M' | 'PT1H' | 'P1D';

/** One length of aggregated profiles, which are aligned to UTC. Milliseconds. */
export type Aggregation = { period: AggregationPeriod; length: number; keptFor: number };

const fiveMinutes: Aggregation = { period: 'PT5M', length: 5 * MINUTE, keptFor: 15 * DAY };
const hour: Aggregation = { period: 'PT1H', length: HOUR, keptFor: 60 * DAY };
const day: Aggregation = { period: 'P1D', length: DAY, keptFor: 3 * 365 * DAY };

/** Coarsest first: a coarser profile is kept at least as long as the finer ones in it. */
export const AGGREGATIONS: readonly Aggregation[] = [day, hour, fiveMinutes];

export const aggregationOf: Record<AggregationPeriod, Aggregation> = {
  PT5M: fiveMinutes,
  PT1H: hour,
  P1D: day,
};

/** Length of a window. A posted profile belongs completely to the window that it starts in. */
export const WINDOW = fiveMinutes.length;

/** Start of the window of `length` that contains an instant. */
export const windowOf = (instant: number, length = WINDOW) => Math.floor(instant / length) * length;

/** Whether any aggregated profile still includes the UTC day of an instant. */
export const isAnyKept = (instant: number, now: number) => isKept(day, windowOf(instant, day.length), now);

/** Whether an aggregated profile has not expired. Its age is counted from its end. */
export const isKept = ({ length, keptFor }: Aggregation, start: number, now: number) =>
  start + length + keptFor > now;

import { DAY, HOUR, MINUTE } from '@/lib/time/duration';

export type AggregationPeriod = 'PT5M' | 'PT1H' | 'P1D';

/** One length of aggregated profiles, which are aligned to UTC. Milliseconds. */
export type Aggregation = { period: AggregationPeriod; length: number; retention: number };

const fiveMinutes: Aggregation = { period: 'PT5M', length: 5 * MINUTE, retention: 15 * DAY };
const hour: Aggregation = { period: 'PT1H', length: HOUR, retention: 60 * DAY };
const day: Aggregation = { period: 'P1D', length: DAY, retention: 3 * 365 * DAY };

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
export const isAnyRetained = (instant: number, now: number) =>
  isRetained(day, windowOf(instant, day.length), now);

/** Whether an aggregated profile has not expired. Its age is counted from its end. */
export const isRetained = ({ length, retention }: Aggregation, start: number, now: number) =>
  start + length + retention > now;

import { DAY, HOUR, MINUTE } from '@/lib/time/duration';

export type AggregationPeriod = 'PT5M' | 'PT1H' | 'P1D';

/** One length of aggregated profiles. They are aligned to UTC; milliseconds. */
export type Aggregation = { period: AggregationPeriod; length: number; keptFor: number };

const fiveMinutes: Aggregation = { period: 'PT5M', length: 5 * MINUTE, keptFor: 15 * DAY };
const hour: Aggregation = { period: 'PT1H', length: HOUR, keptFor: 60 * DAY };
const day: Aggregation = { period: 'P1D', length: DAY, keptFor: 3 * 365 * DAY };

/** Coarsest first: what is kept in a finer one is kept in a coarser one too. */
export const AGGREGATIONS: readonly Aggregation[] = [day, hour, fiveMinutes];

export const aggregationOf: Record<AggregationPeriod, Aggregation> = {
  PT5M: fiveMinutes,
  PT1H: hour,
  P1D: day,
};

/** Length of the window that a posted profile belongs to whole, by its start. */
export const WINDOW = fiveMinutes.length;

/** Start of the window of `length` that an instant falls in. */
export const windowOf = (instant: number, length = WINDOW) => Math.floor(instant / length) * length;

/** Whether any aggregated profile holds what was posted for an instant's UTC day. */
export const isAnyKept = (instant: number, now: number) => isKept(day, windowOf(instant, day.length), now);

/** Whether an aggregated profile has not expired. Its age counts from its end. */
export const isKept = ({ length, keptFor }: Aggregation, start: number, now: number) =>
  start + length + keptFor > now;

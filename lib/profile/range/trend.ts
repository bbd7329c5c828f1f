import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import type { FindingsRequest } from './findings';
import { STRIP_PERIODS, type StripPeriod } from './profile-periods';
import { stripPeriod, stripSpan } from './strip';

/** A function's share (0–1) of the samples of one aggregated profile. */
export type TrendPoint = Span & { share: number };

/** A function's share over time, oldest first; times without a profile have no point. */
export type FrameTrend = { group: string; name: string; points: TrendPoint[] };

/** The share of a function in the aggregated profiles of one period that start in [startTime, endTime). */
export type FrameTrendRequest = FindingsRequest & {
  period: StripPeriod;
  name: string;
  /** Thread states to count; none means all. */
  threadStates: readonly string[];
};

export const MAX_TREND_NAME_LENGTH = 2000;

/** Longest trend, because it takes an AWS request per day. */
const MAX_TREND_MS = 31 * DAY;

/**
 * Period of the aggregated profiles in a range's trend, and the range in whole profiles: more around a short range, the newest
 * month of a long one.
 */
export function trendRange(span: Span, now: number): { period: StripPeriod; span: Span } {
  const { from, to } = stripSpan(span, now);
  const period = stripPeriod({ from, to }, now);
  const length = STRIP_PERIODS[period];
  const end = Math.ceil(to / length) * length;
  return {
    period,
    span: { from: Math.max(Math.floor(from / length) * length, end - MAX_TREND_MS), to: end },
  };
}

import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import type { FindingsRequest } from './findings';
import { STRIP_PERIODS, type StripPeriod, stripPeriod, stripSpan } from './strip';

/** A function's share, 0–1, of the samples of one aggregated profile. */
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

/** Characters of the longest name that a trend is asked for. */
export const LONGEST_TREND_NAME = 2000;

/** The longest trend: AWS is asked once for each day. */
const LONGEST_TREND = 31 * DAY;

/**
 * What a trend of a range is made of: which aggregated profiles, and the range in whole ones. Around a short one it is
 * some hours, of a long one the newest month.
 */
export function trendSteps(span: Span, now: number): { period: StripPeriod; span: Span } {
  const { from, to } = stripSpan(span, now);
  const period = stripPeriod({ from, to }, now);
  const length = STRIP_PERIODS[period];
  const end = Math.ceil(to / length) * length;
  return {
    period,
    span: { from: Math.max(Math.floor(from / length) * length, end - LONGEST_TREND), to: end },
  };
}

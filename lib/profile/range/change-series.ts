import { DAY, HOUR } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import {
  FIVE_MINUTE_RETENTION_MS,
  HOURLY_RETENTION_MS,
  STRIP_PERIODS,
  type StripPeriod,
} from './profile-periods';

/** The profiles of one period in which to look for a change. Each day takes a request to AWS. */
export type ChangeSeries = { period: StripPeriod; span: Span };

/** A day and a half, so that a day lies before a change of the last hours. */
const RECENT_MS = 36 * HOUR;

const LONG_MS: Record<StripPeriod, number> = { PT5M: RECENT_MS, PT1H: 14 * DAY, P1D: 31 * DAY };

/** How far from the start of a change by longer profiles it is looked for in five-minute ones. */
const AROUND_MS = 2 * HOUR;

/** The five-minute profiles before the end of a range; undefined where AWS has none any more. */
export const recentSeries = (to: number, now: number): ChangeSeries | undefined =>
  now - (to - RECENT_MS) <= FIVE_MINUTE_RETENTION_MS ? seriesTo(to, 'PT5M') : undefined;

/** The hourly profiles of the two weeks before the end of a range; where AWS has them no more, the daily ones of a month. */
export const longSeries = (to: number, now: number): ChangeSeries =>
  seriesTo(to, now - (to - LONG_MS.PT1H) <= HOURLY_RETENTION_MS ? 'PT1H' : 'P1D');

/** The five-minute profiles around the start of a change; undefined where AWS has none any more. */
export const seriesAround = (at: number, to: number, now: number): ChangeSeries | undefined =>
  now - (at - AROUND_MS) <= FIVE_MINUTE_RETENTION_MS
    ? { period: 'PT5M', span: { from: at - AROUND_MS, to: Math.min(at + AROUND_MS, endOf(to, 'PT5M')) } }
    : undefined;

function seriesTo(to: number, period: StripPeriod): ChangeSeries {
  const end = endOf(to, period);
  return { period, span: { from: Math.max(0, end - LONG_MS[period]), to: end } };
}

const endOf = (to: number, period: StripPeriod) =>
  Math.ceil(to / STRIP_PERIODS[period]) * STRIP_PERIODS[period];

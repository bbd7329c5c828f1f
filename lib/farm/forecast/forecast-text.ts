import { counted } from '@/lib/answer/counted';
import { formatInstant } from '@/lib/time/format';
import type { CurveStop } from '../curve/cost-curve';
import { intervalText, stopAmount } from '../curve/curve-text';
import { formatShare } from '../shares';
import { type ForecastProblem, MAX_ERROR } from './forecast';

/** Where a month's cost is expected: `in four of five cases $4,900 – $5,520`. */
export const fourOfFiveText = (interval: { from: number; to: number }): string =>
  `in four of five cases ${intervalText(interval)}`;

/** A month's cost at a stop of its curve: `Until 24 Nov 2026, 00:00 UTC: $5,012.33`, and where it is expected. */
export function monthText(stop: CurveStop, zone: string): string {
  const amount = `Until ${formatInstant(stop.at, zone)}: ${stopAmount(stop)}`;
  return stop.interval ? `${amount}, ${fourOfFiveText(stop.interval)}` : amount;
}

/** How a forecast compares with the budgets of its month: `12 % below the limit`. */
export function limitText(costUsd: number, limitUsd: number): string {
  if (limitUsd <= 0) return 'above the limit of nothing';
  const part = costUsd / limitUsd - 1;
  return `${formatShare(Math.abs(part))} ${part > 0 ? 'above' : 'below'} the limit`;
}

/** How good the method was for as many days as the month has left. */
export const errorText = (error: number, dayCount: number): string =>
  `The month has ${counted(dayCount, 'day')} left, today included. Forecasts for ${counted(dayCount, 'day')}, made in the last weeks from the days before them, were off by ${formatShare(error)} of the actual cost on average. What the month has cost so far is certain, so the interval of the whole month can be narrower.`;

/** What a forecast continues. */
export const methodText = (hasTrend: boolean): string =>
  `Light bars and the dashed line are expected: they continue the level${hasTrend ? ', the trend' : ''} and the pattern of weekdays of the last eight weeks, in which extraordinary days count less${hasTrend ? '' : '; forecasts with a trend would have been worse'}. In four of five cases the cost of a day is between the ends of its line, and that of the month in the area.`;

/** Why there is no forecast. */
export function noForecastText(problem: ForecastProblem): string {
  return problem === 'too few days'
    ? 'There are too few days with costs to forecast from.'
    : `There is no forecast: in the last weeks the method would have been off by more than ${formatShare(MAX_ERROR)} on average.`;
}

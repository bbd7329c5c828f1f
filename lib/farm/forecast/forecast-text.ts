import { formatShare } from '../shares';
import { type ForecastProblem, MAX_ERROR } from './forecast';

/** How a forecast compares with the budgets of its month: `12 % below the limit`. */
export function limitText(costUsd: number, limitUsd: number): string {
  if (limitUsd <= 0) return 'above the limit of nothing';
  const part = costUsd / limitUsd - 1;
  return `${formatShare(Math.abs(part))} ${part > 0 ? 'above' : 'below'} the limit`;
}

/** How good the method was. */
export const errorText = (error: number): string =>
  `Forecasts as long as this one, made in the last weeks from the days before them, were off by ${formatShare(error)} on average.`;

/** Why there is no forecast. */
export function noForecastText(problem: ForecastProblem): string {
  return problem === 'too few days'
    ? 'There are too few days with costs to forecast from.'
    : `There is no forecast: in the last weeks the method would have been off by more than ${formatShare(MAX_ERROR)} on average.`;
}

import type { RangeText, Span } from '@/lib/time/range';
import type { CostCurve } from '../curve/cost-curve';
import type { CostRows } from '../rows/cost-rows';
import { type Forecast, type ForecastProblem, forecastMonth } from './forecast';
import { type MonthSoFar, monthSoFar } from './month-so-far';

/** The days that a forecast of the current month is made from: eight weeks, and today. */
export const MONTH_HISTORY: RangeText = { from: 'now-56d/d', to: 'now' };

/** A month that has begun, and what it will have cost at its end. */
export type MonthForecast = { soFar: MonthSoFar; forecast: Forecast | ForecastProblem };

/** Forecasts the month in which a span of rows by days ends. */
export function monthForecast(rows: CostRows, span: Span, zone: string): MonthForecast {
  const soFar = monthSoFar(rows, span, zone);
  const { ended: days, spentUsd, todayUsd, ahead } = soFar;
  const weekdays = ahead.map(({ weekday }) => weekday);
  return { soFar, forecast: forecastMonth({ days, spentUsd, todayUsd, weekdays }) };
}

/** The cost of a month as it grows: what was spent, and what is expected. */
export function monthCurve({ soFar, forecast }: MonthForecast, levels: CostCurve['levels']): CostCurve {
  const { month, spent, ahead } = soFar;
  const last = spent.at(-1);
  if (typeof forecast === 'string' || !last)
    return { span: month, known: spent, expected: [], levels, marks: [] };
  const { costUsd } = last;
  const start = { ...last, interval: { from: costUsd, to: costUsd } };
  const days = forecast.days.map((day, at) => ({ at: ahead[at]?.to ?? month.to, ...day }));
  return { span: month, known: spent, expected: [start, ...days], levels, marks: [] };
}

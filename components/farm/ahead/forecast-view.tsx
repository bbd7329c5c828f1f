'use client';

import { Text } from '@mantine/core';
import type { RefObject } from 'react';
import { Figure } from '@/components/panel/figure';
import { counted } from '@/lib/answer/counted';
import { aboutMoney, formatMoney } from '@/lib/farm/amounts';
import { sumLabel } from '@/lib/farm/covers-text';
import { budgetNote } from '@/lib/farm/forecast/budget-note';
import { dayBarsCaption, monthCurveCaption } from '@/lib/farm/forecast/captions';
import {
  errorText,
  fourOfFiveText,
  limitText,
  methodText,
  monthText,
  noForecastText,
} from '@/lib/farm/forecast/forecast-text';
import { monthBudget } from '@/lib/farm/forecast/month-budget';
import { monthDays } from '@/lib/farm/forecast/month-days';
import { type MonthForecast, monthCurve } from '@/lib/farm/forecast/month-forecast';
import type { Names } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { formatShare } from '@/lib/farm/shares';
import { budgetsOptions } from '@/lib/queries/budgets';
import { useQuery } from '@/lib/queries/use-query';
import { formatInstant } from '@/lib/time/format';
import { CurveChart } from '../curve/curve-chart';
import { DayBars } from './day-bars';
import classes from './forecast.module.css';

type ForecastViewProps = {
  asked: AskedCosts;
  forecast: MonthForecast;
  names: Names;
  /** For the element with both charts, from which a picture of them is saved. */
  chartRef: RefObject<HTMLDivElement | null>;
};

/** The month so far, its forecast with the interval and the error of the method, and the budgets of the month. */
export function ForecastView({ asked, forecast: all, names, chartRef }: ForecastViewProps) {
  const { farmId, zone, resources } = asked.query;
  const { data: budgets, error: budgetsError } = useQuery(budgetsOptions(farmId));
  const { soFar, forecast } = all;
  const month = soFar.name;
  // A budget is of all the usage of a queue.
  const queueIds = resources.kind === 'queue' && asked.filters.length === 0 ? resources.ids : [];
  const budget = budgets && monthBudget(budgets.data, queueIds, soFar.month);
  const isWhole = budget !== undefined && budget.queueCount > 0 && budget.queueCount === queueIds.length;
  const isKnown = typeof forecast !== 'string';
  const limits = isWhole
    ? [{ name: `Budgets ${formatMoney(budget.limitUsd)}`, costUsd: budget.limitUsd }]
    : [];

  return (
    <>
      <dl className={classes.figures} aria-label={`Forecast of ${month}`}>
        <Figure
          label={`${sumLabel('cost', asked, undefined, names)} so far`}
          value={formatMoney(soFar.spentUsd)}
          note={`until ${formatInstant(soFar.spent.at(-1)?.at ?? soFar.month.from, zone)}`}
        />
        {isKnown && (
          <Figure
            label={`Forecast for ${month}`}
            value={aboutMoney(forecast.costUsd)}
            note={fourOfFiveText(forecast.interval)}
          />
        )}
        {isKnown && (
          <Figure
            label="Error in the past"
            value={formatShare(forecast.error)}
            title={errorText(forecast.error, soFar.ahead.length)}
            note={`on average, of forecasts for ${counted(soFar.ahead.length, 'day')}`}
          />
        )}
        {isWhole && (
          <Figure
            label="Budgets of the month"
            value={formatMoney(budget.limitUsd)}
            note={isKnown ? `forecast ${limitText(forecast.costUsd, budget.limitUsd)}` : ''}
          />
        )}
      </dl>
      <div ref={chartRef}>
        <DayBars days={monthDays(all)} month={soFar.month} zone={zone} caption={dayBarsCaption(soFar)} />
        <CurveChart
          curve={monthCurve(all, limits)}
          zone={zone}
          caption={monthCurveCaption(soFar)}
          stopText={(stop) => monthText(stop, zone)}
        />
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {isKnown
          ? `${methodText(forecast.hasTrend)} ${errorText(forecast.error, soFar.ahead.length)}`
          : noForecastText(forecast)}{' '}
        {budgetNote(budget, queueIds.length, budgetsError)}
      </Text>
    </>
  );
}

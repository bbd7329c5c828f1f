'use client';

import type { RefObject } from 'react';
import { CsvItem } from '@/components/download/csv-item';
import { sumLabel } from '@/lib/farm/covers-text';
import { dayBarsCaption, monthCurveCaption } from '@/lib/farm/forecast/captions';
import { monthDays } from '@/lib/farm/forecast/month-days';
import type { MonthForecast } from '@/lib/farm/forecast/month-forecast';
import { pictureLines } from '@/lib/farm/forecast/picture-lines';
import type { Names } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { CallsItems } from './calls-items';
import { ChartPictureItems } from './chart-picture-items';

type ForecastItemsProps = {
  asked: AskedCosts;
  isCut: boolean;
  /** Undefined while there is nothing to forecast from. */
  forecast: MonthForecast | undefined;
  names: Names;
  /** Of the element with both charts. */
  chartRef: RefObject<HTMLElement | null>;
};

/** Menu items that save the days of the month and a picture of both charts, and copy the calls to AWS. */
export function ForecastItems({ asked, isCut, forecast, names, chartRef }: ForecastItemsProps) {
  const { farmId, zone } = asked.query;
  const fileName = `${farmId}_forecast`;
  return (
    <>
      {forecast && (
        <>
          <CsvItem
            label={`Days of ${forecast.soFar.name}`}
            records={async () =>
              (await import('@/lib/farm/export/month-csv')).monthCsv(monthDays(forecast), zone)
            }
            fileName={`${fileName}.csv`}
          />
          <ChartPictureItems
            {...{ farmId, fileName }}
            title="Forecast"
            lines={pictureLines(forecast, sumLabel('cost', asked, undefined, names), zone)}
            names={[dayBarsCaption(forecast.soFar), monthCurveCaption(forecast.soFar)]}
            withChart={(draw) => (chartRef.current ? draw(chartRef.current) : undefined)}
          />
        </>
      )}
      <CallsItems asked={asked} isCut={isCut} fileName={fileName} />
    </>
  );
}

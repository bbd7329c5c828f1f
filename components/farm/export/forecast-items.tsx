'use client';

import { CsvItem } from '@/components/download/csv-item';
import { monthDays } from '@/lib/farm/forecast/month-days';
import type { MonthForecast } from '@/lib/farm/forecast/month-forecast';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { CallsItems } from './calls-items';

type ForecastItemsProps = {
  asked: AskedCosts;
  isCut: boolean;
  /** Undefined while there is nothing to forecast from. */
  forecast: MonthForecast | undefined;
};

/** Menu items that save the days of the month, and copy the calls to AWS. */
export function ForecastItems({ asked, isCut, forecast }: ForecastItemsProps) {
  const fileName = `${asked.query.farmId}_forecast`;
  return (
    <>
      {forecast && (
        <CsvItem
          label={`Days of ${forecast.soFar.name}`}
          records={async () =>
            (await import('@/lib/farm/export/month-csv')).monthCsv(monthDays(forecast), asked.query.zone)
          }
          fileName={`${fileName}.csv`}
        />
      )}
      <CallsItems asked={asked} isCut={isCut} fileName={fileName} />
    </>
  );
}

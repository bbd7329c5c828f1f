import { formatInstant, zoneLabel } from '@/lib/time/format';
import { aboutMoney, formatMoney } from '../amounts';
import { fourOfFiveText, methodText, noForecastText } from './forecast-text';
import type { MonthForecast } from './month-forecast';

/** What a saved picture of a month and its forecast tells. `label` names the sum: `Total cost`. */
export function pictureLines({ soFar, forecast }: MonthForecast, label: string, zone: string): string[] {
  const { name, month, spent, spentUsd } = soFar;
  const until = formatInstant(spent.at(-1)?.at ?? month.from, zone);
  return [
    `${label} so far in ${name}: ${formatMoney(spentUsd)} until ${until}.`,
    ...(typeof forecast === 'string'
      ? [noForecastText(forecast)]
      : [
          `Forecast for ${name}: about ${aboutMoney(forecast.costUsd)}, ${fourOfFiveText(forecast.interval)}.`,
          methodText(forecast.hasTrend),
        ]),
    `Time: ${zoneLabel(zone, month.to - 1)}`,
  ];
}

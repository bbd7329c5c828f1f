import { VisuallyHidden } from '@mantine/core';
import { useRange } from '@/components/range/use-range';
import { formatAmount, type Measure } from '@/lib/farm/amounts';
import { bucketLabel } from '@/lib/farm/buckets';
import type { Series } from '@/lib/farm/series';
import type { AggregationPeriod } from '@/lib/farm/session-statistics';
import { bucketZoneLabel } from '@/lib/farm/time-word';

type ChartTableProps = {
  caption: string;
  series: Series;
  measure: Measure;
  period: AggregationPeriod;
  offsetMs: number;
};

/** Beyond this a table that nobody sees costs more than it gives; every row stands in the table below. */
const MAX_BUCKETS = 200;

/** A chart as a table, for screen readers. */
export function ChartTable({ caption, series, measure, period, offsetMs }: ChartTableProps) {
  const { zone } = useRange();
  if (series.buckets.length > MAX_BUCKETS) return null;
  return (
    <VisuallyHidden>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Time, {bucketZoneLabel(zone, offsetMs, series.span.to)}</th>
            {series.categories.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.buckets.map(({ from }, bucket) => (
            <tr key={from}>
              <th scope="row">{bucketLabel(from, period, offsetMs)}</th>
              {series.categories.map(({ id, amounts }) => {
                const amount = amounts[bucket];
                return <td key={id}>{amount === undefined ? 'none' : formatAmount(amount, measure)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { useZone } from '@/components/range/use-range';
import { formatAmount } from '@/lib/farm/amounts';
import { barLabel, bucketZoneLabel } from '@/lib/farm/bucket-labels';
import type { Series } from '@/lib/farm/series';
import type { BarMarks } from './chart/bar-marks';

/** A larger hidden table would cost more than it gives: the table of rows has everything. */
const MAX_BUCKETS = 200;

type ChartTableProps = { caption: string; series: Series; marks: BarMarks | undefined };

/** A chart as a table, for screen readers. */
export function ChartTable({ caption, series, marks }: ChartTableProps) {
  const zone = useZone();
  const { buckets, categories, measure, step, segments } = series;
  if (buckets.length > MAX_BUCKETS) return null;
  return (
    <VisuallyHidden>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Time, {bucketZoneLabel(zone, segments)}</th>
            {categories.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {buckets.map(({ from }, index) => (
            <tr key={from}>
              <th scope="row">
                {barLabel(from, step, segments)}
                {marks?.bars.includes(index) && ', outlier'}
              </th>
              {categories.map(({ id, amounts }) => {
                const amount = amounts[index];
                return <td key={id}>{amount === undefined ? 'none' : formatAmount(amount, measure)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}

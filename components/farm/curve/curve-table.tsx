import { VisuallyHidden } from '@mantine/core';
import type { CurveStop } from '@/lib/farm/curve/cost-curve';
import { intervalText, stopAmount } from '@/lib/farm/curve/curve-text';
import { formatInstant } from '@/lib/time/format';

type CurveTableProps = { stops: readonly CurveStop[]; zone: string; caption: string };

/** A curve as a table, for screen readers. */
export function CurveTable({ stops, zone, caption }: CurveTableProps) {
  const hasIntervals = stops.some(({ interval }) => interval !== undefined);
  return (
    <VisuallyHidden>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Until</th>
            <th scope="col">Amount</th>
            {hasIntervals && <th scope="col">In four of five cases</th>}
          </tr>
        </thead>
        <tbody>
          {stops.map((stop) => (
            <tr key={stop.at}>
              <th scope="row">{formatInstant(stop.at, zone)}</th>
              <td>{stopAmount(stop)}</td>
              {hasIntervals && <td>{stop.interval && intervalText(stop.interval)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}

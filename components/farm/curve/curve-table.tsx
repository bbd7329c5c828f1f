import { VisuallyHidden } from '@mantine/core';
import { aboutMoney, formatMoney } from '@/lib/farm/amounts';
import type { CurveStop } from '@/lib/farm/curve/cost-curve';
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
          {stops.map(({ at, costUsd, interval, isKnown }) => (
            <tr key={at}>
              <th scope="row">{formatInstant(at, zone)}</th>
              <td>{isKnown ? formatMoney(costUsd) : `about ${aboutMoney(costUsd)}`}</td>
              {hasIntervals && (
                <td>{interval && `${aboutMoney(interval.from)} – ${aboutMoney(interval.to)}`}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}

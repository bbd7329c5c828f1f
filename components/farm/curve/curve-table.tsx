import { VisuallyHidden } from '@mantine/core';
import { aboutMoney, formatMoney } from '@/lib/farm/amounts';
import type { curveStops } from '@/lib/farm/curve/cost-curve';
import { formatInstant } from '@/lib/time/format';

type CurveTableProps = { stops: ReturnType<typeof curveStops>; zone: string; caption: string };

/** A curve as a table, for screen readers. */
export const CurveTable = ({ stops, zone, caption }: CurveTableProps) => (
  <VisuallyHidden>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Until</th>
          <th scope="col">Amount</th>
          <th scope="col">In four of five cases</th>
        </tr>
      </thead>
      <tbody>
        {stops.map(({ at, costUsd, interval, isKnown }) => (
          <tr key={at}>
            <th scope="row">{formatInstant(at, zone)}</th>
            <td>{isKnown ? formatMoney(costUsd) : `about ${aboutMoney(costUsd)}`}</td>
            <td>{interval ? `${aboutMoney(interval.from)} – ${aboutMoney(interval.to)}` : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </VisuallyHidden>
);

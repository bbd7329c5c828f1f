'use client';

import { VisuallyHidden } from '@mantine/core';
import { useZone } from '@/components/range/use-range';
import { barsTable, type NamedBars } from '@/lib/farm/all/bars-table';
import { formatMoney } from '@/lib/farm/amounts';
import { barLabel, bucketZoneLabel } from '@/lib/farm/bucket-labels';

/** The pictures of the costs of farms over time as one table, for screen readers. */
export function BarsTwin({ farms }: { farms: readonly NamedBars[] }) {
  const zone = useZone();
  const [first] = farms;
  if (!first) return null;
  // All farms are asked for the same range by the same period.
  const { step, segments } = first.bars;
  return (
    <VisuallyHidden>
      <table>
        <caption>Cost of farms over time</caption>
        <thead>
          <tr>
            <th scope="col">Time, {bucketZoneLabel(zone, segments)}</th>
            {farms.map(({ farmId, name }) => (
              <th key={farmId} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {barsTable(farms).map(({ from, costsUsd }) => (
            <tr key={from}>
              <th scope="row">{barLabel(from, step, segments)}</th>
              {farms.map(({ farmId }, at) => {
                const costUsd = costsUsd[at];
                return <td key={farmId}>{costUsd === undefined ? 'none' : formatMoney(costUsd)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}

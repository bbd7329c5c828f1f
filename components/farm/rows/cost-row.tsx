import { memo } from 'react';
import { formatNumber } from '@/lib/answer/format-number';
import { bucketLabel } from '@/lib/farm/bucket-labels';
import { type Names, rowLabel } from '@/lib/farm/names';
import type { CostTable } from '@/lib/farm/rows/cost-table';
import type { Statistic } from '@/lib/farm/session-statistics';
import type { PlaceNav } from '../path/place-nav';
import { AmountCell, LabelCell } from './row-cells';
import classes from './rows-table.module.css';

type CostRowProps = {
  table: CostTable;
  /** The number of the row among those of the aggregation. */
  row: number;
  /** Its place in the table, from 0. */
  index: number;
  heightPx: number;
  statistic: Statistic;
  names: Names;
  nav: PlaceNav;
};

/** One row of the aggregation. Kept as it is while the table scrolls. */
export const CostRow = memo(
  ({ table, row: number, index, heightPx, statistic, names, nav }: CostRowProps) => {
    const { rows, keys, period } = table;
    const row = rows.at(number);
    const { parts } = rowLabel(row, keys, names);
    return (
      <tr aria-rowindex={index + 2} style={{ height: heightPx }}>
        <td className={classes.time}>{bucketLabel(row.from, period, rows.buckets.segments)}</td>
        {keys.map((key, at) => {
          const label = parts[at];
          return label && <LabelCell key={key} by={key} queueId={row.queueId} {...{ label, nav }} />;
        })}
        <AmountCell row={row} measure="costUsd" statistic={statistic} />
        <AmountCell row={row} measure="runtimeSeconds" statistic={statistic} />
        <td className={classes.number}>{formatNumber(row.count)}</td>
      </tr>
    );
  },
);
CostRow.displayName = 'CostRow';

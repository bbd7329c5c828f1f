'use client';

import { useDidUpdate } from '@mantine/hooks';
import { RowSpace } from '@/components/panel/row-space';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { useVirtualRows } from '@/components/panel/use-virtual-rows';
import { useWidth } from '@/components/panel/use-width';
import { useZone } from '@/components/range/use-range';
import type { Names } from '@/lib/farm/names';
import type { RowOrder } from '@/lib/farm/row-order';
import type { CostTable } from '@/lib/farm/rows/cost-table';
import type { Statistic } from '@/lib/farm/session-statistics';
import type { PlaceNav } from '../path/place-nav';
import { CostRow } from './cost-row';
import { MAX_HEIGHT_PX, minHeightPx, rowPxOf } from './row-heights';
import { RowsHead } from './rows-head';
import classes from './rows-table.module.css';

type RowsTableProps = {
  table: CostTable;
  /** The numbers of the rows to show, in order. */
  found: Uint32Array;
  /** The text by which they were found. */
  find: string;
  statistic: Statistic;
  names: Names;
  nav: PlaceNav;
  order: RowOrder;
  onOrder(order: RowOrder): void;
};

/** Rows of the aggregation under their headings, which stay visible. Only those near the visible ones are in the document. */
export function RowsTable({ table, found, find, statistic, names, nav, order, onOrder }: RowsTableProps) {
  const { rows, keys } = table;
  const { segments } = rows.buckets;
  const zone = useZone();
  const { ref, width } = useWidth();
  const { isNarrow, rowPx } = rowPxOf(width, keys.length);
  const { scrollRef, indexes, abovePx, belowPx } = useVirtualRows(found.length, rowPx);

  // Another order or search starts at its first row.
  const { by, descending } = order;
  useDidUpdate(() => {
    scrollRef.current?.scrollTo({ top: 0 });
  }, [by, descending, find]);

  return (
    <div ref={ref}>
      <ScrollRegion
        label="Rows of the aggregation"
        className={classes.scroll}
        scrollRef={scrollRef}
        style={{ minHeight: minHeightPx(rows.length, rowPx), maxHeight: MAX_HEIGHT_PX }}
      >
        <table
          className={classes.table}
          data-narrow={isNarrow || undefined}
          data-keys={keys.length}
          aria-rowcount={found.length + 1}
        >
          <RowsHead {...{ keys, statistic, zone, segments, order, onOrder }} />
          <tbody>
            {found.length === 0 && (
              <tr>
                <td colSpan={keys.length + 4}>No row has this name or id.</td>
              </tr>
            )}
            <RowSpace px={abovePx} />
            {indexes.map((index) => {
              const number = found[index];
              if (number === undefined) return null;
              return (
                <CostRow
                  key={number}
                  row={number}
                  heightPx={rowPx}
                  {...{ table, index, statistic, names, nav }}
                />
              );
            })}
            <RowSpace px={belowPx} />
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

'use client';

import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { RowSpace } from '@/components/panel/row-space';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { useVirtualRows } from '@/components/panel/use-virtual-rows';
import { ListHead } from './list-head';
import { ListRow } from './list-row';
import classes from './list-table.module.css';
import type { ListedCanary } from './use-canary-rows';

const LABEL = 'Canaries';
/** Three lines of text, and four where the state has no column. */
const ROW_PX = 60;
const NARROW_ROW_PX = 77;
const NARROW = '(width < 48em)';
/** More rows scroll by themselves and are rendered only in view. */
const MAX_WHOLE_ROWS = 50;

type ListTableProps = {
  rows: readonly ListedCanary[];
  /** Told which canaries are in view. */
  onView(names: readonly string[]): void;
};

/** The canaries, of which a long list renders those in view. */
export function ListTable({ rows, onView }: ListTableProps) {
  const rowPx = useMediaQuery(NARROW) ? NARROW_ROW_PX : ROW_PX;
  return rows.length <= MAX_WHOLE_ROWS ? (
    <Table {...{ rows, onView, rowPx }} indexes={rows.map((_, i) => i)} />
  ) : (
    <LongTable {...{ rows, onView, rowPx }} />
  );
}

function LongTable({ rows, onView, rowPx }: ListTableProps & { rowPx: number }) {
  const { scrollRef, indexes, abovePx, belowPx } = useVirtualRows(rows.length, rowPx);
  return (
    <ScrollRegion className={classes.scroll} label={LABEL} scrollRef={scrollRef}>
      <Table
        {...{ rows, indexes, onView, rowPx }}
        above={<RowSpace px={abovePx} />}
        below={<RowSpace px={belowPx} />}
      />
    </ScrollRegion>
  );
}

type TableProps = ListTableProps & {
  rowPx: number;
  indexes: readonly number[];
  above?: ReactNode;
  below?: ReactNode;
};

function Table({ rows, rowPx, indexes, onView, above, below }: TableProps) {
  const shown = indexes.flatMap((index) => {
    const row = rows[index];
    return row ? [{ row, index }] : [];
  });
  const names = shown.map(({ row }) => row.canary.name).join(' ');
  useEffect(() => onView(names === '' ? [] : names.split(' ')), [names, onView]);
  return (
    <table className={classes.table} aria-label={LABEL} aria-rowcount={rows.length + 1}>
      <ListHead />
      <tbody>
        {above}
        {shown.map(({ row, index }) => (
          <ListRow key={row.canary.name} row={row} index={index} heightPx={rowPx} />
        ))}
        {below}
      </tbody>
    </table>
  );
}

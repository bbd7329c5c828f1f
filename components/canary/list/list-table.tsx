'use client';

import { type ReactNode, useEffect } from 'react';
import { RowSpace } from '@/components/panel/row-space';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { useVirtualRows } from '@/components/panel/use-virtual-rows';
import { ListHead } from './list-head';
import { ListRow } from './list-row';
import classes from './list-table.module.css';
import type { ListedCanary } from './use-canary-rows';

const LABEL = 'Canaries';
/** Three lines of text. */
const ROW_PX = 60;
/** More rows scroll by themselves and are rendered only in view. */
const MAX_WHOLE_ROWS = 50;

type ListTableProps = {
  rows: readonly ListedCanary[];
  /** Told which canaries are in view. */
  onView(names: readonly string[]): void;
};

/** The canaries, of which a long list renders those in view. */
export const ListTable = ({ rows, onView }: ListTableProps) =>
  rows.length <= MAX_WHOLE_ROWS ? (
    <Table rows={rows} indexes={rows.map((_, i) => i)} onView={onView} />
  ) : (
    <LongTable rows={rows} onView={onView} />
  );

function LongTable({ rows, onView }: ListTableProps) {
  const { scrollRef, indexes, abovePx, belowPx } = useVirtualRows(rows.length, ROW_PX);
  return (
    <ScrollRegion className={classes.scroll} label={LABEL} scrollRef={scrollRef}>
      <Table
        {...{ rows, indexes, onView }}
        above={<RowSpace px={abovePx} />}
        below={<RowSpace px={belowPx} />}
      />
    </ScrollRegion>
  );
}

type TableProps = ListTableProps & { indexes: readonly number[]; above?: ReactNode; below?: ReactNode };

function Table({ rows, indexes, onView, above, below }: TableProps) {
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
          <ListRow key={row.canary.name} row={row} index={index} heightPx={ROW_PX} />
        ))}
        {below}
      </tbody>
    </table>
  );
}

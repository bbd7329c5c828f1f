'use client';

import { useMediaQuery } from '@mantine/hooks';
import { type CSSProperties, type ReactNode, useEffect } from 'react';
import { RowSpace } from '@/components/panel/row-space';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { useVirtualRows } from '@/components/panel/use-virtual-rows';
import { MAX_WHOLE_ROWS } from '@/lib/canary/list/first-rows';
import { ListHead } from './list-head';
import { ListRow } from './list-row';
import classes from './list-table.module.css';
import type { ListedCanary } from './use-canary-rows';

const LABEL = 'Canaries';
/** Three lines of text, and four where the state has no column. */
const ROW_PX = 60;
const NARROW_ROW_PX = 77;
const NARROW = '(width < 48em)';
/** The style sheet takes one of them, as the server doesn't know the width. */
const ROW_HEIGHTS = {
  '--row-height': `${ROW_PX}px`,
  '--narrow-row-height': `${NARROW_ROW_PX}px`,
} as CSSProperties;

/** The height of the list in a window of common height. */
const FIRST_PX = 13 * ROW_PX;

type ListTableProps = {
  rows: readonly ListedCanary[];
  /** Told which canaries are in view. */
  onView(names: readonly string[]): void;
};

/** The canaries, of which a long list renders those in view. */
export function ListTable({ rows, onView }: ListTableProps) {
  return rows.length <= MAX_WHOLE_ROWS ? (
    <Table {...{ rows, onView }} indexes={rows.map((_, i) => i)} />
  ) : (
    <LongTable {...{ rows, onView }} />
  );
}

/** Only the space below its rows depends on a width that the server doesn't know. */
function LongTable({ rows, onView }: ListTableProps) {
  const rowPx = useMediaQuery(NARROW) ? NARROW_ROW_PX : ROW_PX;
  const { scrollRef, indexes, abovePx, belowPx } = useVirtualRows(rows.length, rowPx, FIRST_PX);
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

type TableProps = ListTableProps & {
  indexes: readonly number[];
  above?: ReactNode;
  below?: ReactNode;
};

function Table({ rows, indexes, onView, above, below }: TableProps) {
  const shown = indexes.flatMap((index) => {
    const row = rows[index];
    return row ? [{ row, index }] : [];
  });
  const names = shown.map(({ row }) => row.canary.name).join(' ');
  useEffect(() => onView(names === '' ? [] : names.split(' ')), [names, onView]);
  return (
    <table className={classes.table} style={ROW_HEIGHTS} aria-label={LABEL} aria-rowcount={rows.length + 1}>
      <ListHead />
      <tbody>
        {above}
        {shown.map(({ row, index }) => (
          <ListRow key={row.canary.name} row={row} index={index} />
        ))}
        {below}
      </tbody>
    </table>
  );
}

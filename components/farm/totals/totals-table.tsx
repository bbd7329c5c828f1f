'use client';

import type { ReactNode } from 'react';
import { RowSpace } from '@/components/panel/row-space';
import { useVirtualRows } from '@/components/panel/use-virtual-rows';
import { counted } from '@/lib/answer/counted';
import { GROUP_KEY_LABELS } from '@/lib/farm/labels';
import type { RowLabel } from '@/lib/farm/names';
import type { GroupKey } from '@/lib/farm/session-statistics';
import type { GroupFigures } from '@/lib/farm/totals/group-figures';
import type { TotalsOrder } from '@/lib/farm/totals/order-groups';
import type { PlaceNav } from '../path/place-nav';
import { FigureCells } from './figure-cells';
import { GroupCell } from './group-cell';
import type { Heading } from './headings';
import { TotalsHead } from './totals-head';
import { ROW_PX, TotalsScroll } from './totals-scroll';
import classes from './totals-table.module.css';

type TotalsTableProps = {
  figures: GroupFigures;
  columns: readonly Heading[];
  awaitsChange: boolean;
  keys: readonly GroupKey[];
  labelOf(group: number): RowLabel;
  /** The groups to show, in order. */
  shown: readonly number[];
  order: TotalsOrder;
  onOrder(order: TotalsOrder): void;
  /** Names the row of sums. */
  sumLabel: string;
  nav: PlaceNav;
};

/** Every group with its figures, and their sums, which stay visible. */
export function TotalsTable(props: TotalsTableProps) {
  const { figures, columns, awaitsChange, keys, labelOf, shown, order, onOrder, sumLabel, nav } = props;
  const all = figures.groups.ids.length;
  const { scrollRef, indexes, abovePx, belowPx } = useVirtualRows(shown.length, ROW_PX);
  const isFiltered = shown.length < all;
  const sumsFound = isFiltered && shown.length > 0;
  return (
    <TotalsScroll label="Groups" rowCount={all} scrollRef={scrollRef}>
      <table
        className={classes.table}
        data-change={columns.some(({ column }) => column === 'change') || undefined}
        aria-rowcount={shown.length + (sumsFound ? 3 : 2)}
      >
        <thead>
          <tr aria-rowindex={1}>
            <TotalsHead
              by="name"
              label={keys.map((key) => GROUP_KEY_LABELS[key]).join(' · ')}
              {...{ order, onOrder }}
            />
            {columns.map(({ column, ...heading }) => (
              <TotalsHead key={column} by={column} {...heading} {...{ order, onOrder }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.length === 0 && (
            <tr>
              <td colSpan={columns.length + 1}>No group has this name or id.</td>
            </tr>
          )}
          <RowSpace px={abovePx} />
          {indexes.map((index) => {
            const group = shown[index];
            if (group === undefined) return null;
            const label = labelOf(group);
            return (
              <tr key={label.id} aria-rowindex={index + 2} style={{ height: ROW_PX }}>
                <GroupCell {...{ label, keys, nav }} />
                <FigureCells columns={figures.columns} headings={columns} {...{ awaitsChange }} at={group} />
              </tr>
            );
          })}
          <RowSpace px={belowPx} />
        </tbody>
        <tfoot>
          {sumsFound && (
            <SumRow label={`Sum of ${counted(shown.length, 'group')} found`} place={shown.length + 2}>
              <FigureCells columns={figures.sumOf(shown)} headings={columns} {...{ awaitsChange }} at={0} />
            </SumRow>
          )}
          <SumRow
            label={isFiltered ? `${sumLabel}, all groups` : sumLabel}
            place={shown.length + (sumsFound ? 3 : 2)}
          >
            <FigureCells columns={figures.sum} headings={columns} {...{ awaitsChange }} at={0} />
          </SumRow>
        </tfoot>
      </table>
    </TotalsScroll>
  );
}

type SumRowProps = { label: string; place: number; children: ReactNode };

const SumRow = ({ label, place, children }: SumRowProps) => (
  <tr aria-rowindex={place} style={{ height: ROW_PX }}>
    <th scope="row" className={classes.name} title={label}>
      {label}
    </th>
    {children}
  </tr>
);

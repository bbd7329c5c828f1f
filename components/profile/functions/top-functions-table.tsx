'use client';

import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef } from 'react';
import { counted } from '@/lib/answer/counted';
import { packageFill } from '@/lib/profile/graph/frame-colour';
import type { PackageSlots } from '@/lib/profile/graph/package-slots';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { nameMatches, normalizeQuery, parseExpression } from '@/lib/profile/transform/search';
import { MAX_TOP_FUNCTIONS, type TopFunction } from '@/lib/profile/transform/top-functions';
import type { ProfileFunctions } from '@/lib/profile/view/view';
import { TrendButton } from '../findings/trend-button';
import { formatCount, formatShare } from '../frame-text/format-samples';
import type { Order } from '../settings/profile-settings';
import { COMPARE_FUNCTIONS } from './function-order';
import classes from './top-functions-table.module.css';

type TopFunctionsTableProps = {
  top: ProfileFunctions;
  order: Order;
  onOrder(order: Order): void;
  /** Text that filters the functions until the answer for it arrives; '' is none. */
  search: string;
  onSearch(name: string): void;
  onInspect(name: string): void;
  /** A function's share over time. */
  trendOf(name: string): ReactNode;
};

const ROW_PX = 28;
/** Rows rendered beyond the visible ones, in each direction. */
const OVERSCAN_ROWS = 12;

/** The functions of the focused frame, each summed over all its callers. */
export function TopFunctionsTable({ top, order, onOrder, search, ...row }: TopFunctionsTableProps) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const ordered = useMemo(() => {
    const wanted = normalizeQuery(search);
    const found = top.functions.filter(({ name }) => parseExpression(wanted) || nameMatches(name, wanted));
    return found.sort(COMPARE_FUNCTIONS[order]);
  }, [top, search, order]);
  const virtual = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    <div className={classes.container}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users scroll it */}
      <section ref={scrollRef} className={classes.scroll} aria-label="Functions" tabIndex={0}>
        <table className={classes.table} aria-rowcount={ordered.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <OrderHead by="name" label="Function" {...{ order, onOrder }} />
              <th className={classes.package}>Package</th>
              <OrderHead by="self" label="Self" {...{ order, onOrder }} />
              <OrderHead by="total" label="Total" {...{ order, onOrder }} />
            </tr>
          </thead>
          <tbody>
            <Space px={above} />
            {items.map(({ index }) => {
              const each = ordered[index];
              return (
                each && (
                  <FunctionRow
                    key={each.name}
                    {...row}
                    row={each}
                    place={index + 2}
                    whole={top.samples}
                    slots={top.slots}
                  />
                )
              );
            })}
            <Space px={below} />
          </tbody>
        </table>
      </section>
      {ordered.length === 0 && (
        <Text size="sm" c="dimmed" ta="center" py="md">
          {normalizeQuery(search) === '' ? 'No function has samples.' : 'No function matches the search.'}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {counted(ordered.length, 'function')}
        {top.isComplete
          ? '.'
          : `: the ${MAX_TOP_FUNCTIONS} with the most total and those with the most self samples. Search to find others.`}{' '}
        Percentages are of {top.focus === '' ? 'all samples' : 'the focused frame'}.
      </Text>
    </div>
  );
}

const Space = ({ px }: { px: number }) =>
  px > 0 ? (
    <tr aria-hidden>
      <td style={{ height: px, padding: 0, border: 0 }} />
    </tr>
  ) : null;

const HINTS: Partial<Record<Order, string>> = {
  self: 'Samples taken while the function was on top of the stack: it ran itself.',
  total: 'Samples of the function and of everything it called. Recursive calls count once.',
};

type OrderHeadProps = { by: Order; label: string; order: Order; onOrder(order: Order): void };

function OrderHead({ by, label, order, onOrder }: OrderHeadProps) {
  const isChosen = order === by;
  const direction = by === 'name' ? 'ascending' : 'descending';
  return (
    <th aria-sort={isChosen ? direction : 'none'} className={by === 'name' ? undefined : classes.figure}>
      <Tooltip
        label={HINTS[by]}
        disabled={HINTS[by] === undefined}
        events={{ hover: true, focus: true, touch: true }}
        multiline
        w={260}
        withinPortal
        transitionProps={{ duration: 0 }}
      >
        <button type="button" className={classes.order} onClick={() => onOrder(by)}>
          {label}
          <span aria-hidden>{isChosen ? (by === 'name' ? ' ↑' : ' ↓') : ' ↕'}</span>
        </button>
      </Tooltip>
    </th>
  );
}

type FunctionRowProps = Pick<TopFunctionsTableProps, 'onSearch' | 'onInspect' | 'trendOf'> & {
  row: TopFunction;
  place: number;
  whole: number;
  slots: PackageSlots;
};

function FunctionRow({ row, place, whole, slots, onSearch, onInspect, trendOf }: FunctionRowProps) {
  const frame = parseFrame(row.name);
  const label = frame.label.slice(0, 120);
  return (
    <tr aria-rowindex={place} style={{ height: ROW_PX }}>
      <td className={classes.function}>
        <div>
          <span
            className={classes.swatch}
            style={{ background: packageFill(frame.package, slots) }}
            aria-hidden
          />
          <button
            type="button"
            className={classes.name}
            title={`Inspect ${row.name.slice(0, 300)}`}
            onClick={() => onInspect(row.name)}
          >
            {label}
          </button>
          <ActionIcon
            className={classes.find}
            variant="subtle"
            color="gray"
            size={20}
            aria-label={`Find ${label} in the graph`}
            title="Find in the graph"
            onClick={() => onSearch(row.name)}
          >
            <IconSearch size={12} aria-hidden />
          </ActionIcon>
          <TrendButton className={classes.trend} label={label} trend={() => trendOf(row.name)} />
        </div>
      </td>
      <td className={classes.package}>{frame.package.slice(0, 60)}</td>
      {(['self', 'total'] as const).map((kind) => {
        const share = whole > 0 ? row[kind] / whole : 0;
        return (
          <td
            key={kind}
            className={classes.figure}
            style={{ '--share': `${Math.min(100, share * 100)}%` } as React.CSSProperties}
          >
            <b>{formatShare(share)}</b>
            <span>{formatCount(row[kind])}</span>
          </td>
        );
      })}
    </tr>
  );
}

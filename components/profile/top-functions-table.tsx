'use client';

import { Button, Group, Table, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { parseFrame } from '@/lib/profile/frame';
import { frameFill, packageHue } from '@/lib/profile/frame-colour';
import { matches, wantedText } from '@/lib/profile/search';
import { MOST_FUNCTIONS, type TopFunction, type TopList } from '@/lib/profile/top-functions';
import { formatCount, formatShare } from './format-samples';
import classes from './top-functions-table.module.css';

type TopFunctionsTableProps = {
  top: TopList;
  /** Text that functions are filtered by until the answer for it is there; '' is none. */
  search: string;
  onSearch(name: string): void;
};

const FIRST_ROWS = 20;
type Order = 'total' | 'self';

/** The functions of the frame in focus, whatever their callers, counted over all frames: the graph's twin. */
export function TopFunctionsTable({ top, search, onSearch }: TopFunctionsTableProps) {
  const [order, setOrder] = useState<Order>('total');
  const [all, setAll] = useState(false);
  const ordered = useMemo(() => {
    const found = top.functions.filter(({ name }) => matches(name, wantedText(search)));
    return order === 'total' ? found : found.toSorted((a, b) => b.self - a.self);
  }, [top, search, order]);

  return (
    <>
      <Table.ScrollContainer minWidth={320} type="native">
        <Table verticalSpacing={4} fz="xs" highlightOnHover className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Function</Table.Th>
              <Table.Th visibleFrom="md">Package</Table.Th>
              <OrderHead by="self" order={order} onOrder={setOrder} />
              <OrderHead by="total" order={order} onOrder={setOrder} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(all ? ordered : ordered.slice(0, FIRST_ROWS)).map((row) => (
              <FunctionRow key={row.name} row={row} whole={top.samples} onSearch={onSearch} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {ordered.length === 0 && (
        <Text size="sm" c="dimmed" ta="center" py="md">
          No function matches the search.
        </Text>
      )}
      {ordered.length > FIRST_ROWS && (
        <Group justify="center" mt="xs">
          <Button size="compact-xs" variant="subtle" onClick={() => setAll(!all)}>
            {all
              ? `Show the first ${FIRST_ROWS}`
              : `Show ${top.all ? 'all ' : ''}${formatCount(ordered.length)}`}
          </Button>
        </Group>
      )}
      {!top.all && (
        <Text size="xs" c="dimmed" mt="xs">
          The {MOST_FUNCTIONS} functions with the most total and with the most self samples; search to find
          others.
        </Text>
      )}
    </>
  );
}

function OrderHead({ by, order, onOrder }: { by: Order; order: Order; onOrder(order: Order): void }) {
  const chosen = order === by;
  return (
    <>
      <Table.Th visibleFrom="sm" ta="right" c="dimmed" fw={400}>
        samples
      </Table.Th>
      <Table.Th ta="right" aria-sort={chosen ? 'descending' : 'none'}>
        <button type="button" className={classes.order} onClick={() => onOrder(by)}>
          {by === 'self' ? 'Self' : 'Total'}
          <span aria-hidden>{chosen ? ' ↓' : ' ↕'}</span>
        </button>
      </Table.Th>
    </>
  );
}

type FunctionRowProps = { row: TopFunction; whole: number; onSearch(name: string): void };

function FunctionRow({ row, whole, onSearch }: FunctionRowProps) {
  const frame = parseFrame(row.name);
  return (
    <Table.Tr>
      <Table.Td className={classes.function}>
        <div>
          <span
            className={classes.swatch}
            style={{ background: frameFill(packageHue(frame.package)) }}
            aria-hidden
          />
          <button
            type="button"
            className={classes.name}
            title={`${row.name.slice(0, 300)}: find in the graph`}
            onClick={() => onSearch(row.name)}
          >
            {frame.label.slice(0, 120)}
          </button>
        </div>
      </Table.Td>
      <Table.Td visibleFrom="md" className={classes.package}>
        {frame.package.slice(0, 60)}
      </Table.Td>
      {(['self', 'total'] as const).map((kind) => (
        <Counts key={kind} count={row[kind]} share={whole > 0 ? row[kind] / whole : 0} />
      ))}
    </Table.Tr>
  );
}

function Counts({ count, share }: { count: number; share: number }) {
  return (
    <>
      <Table.Td className={classes.count} visibleFrom="sm">
        {formatCount(count)}
      </Table.Td>
      <Table.Td className={classes.share} style={{ '--share': `${Math.min(100, share * 100)}%` }}>
        {formatShare(share)}
      </Table.Td>
    </>
  );
}

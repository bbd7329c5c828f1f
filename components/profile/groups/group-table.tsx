'use client';

import { Table, Text } from '@mantine/core';
import { useQueryStates } from 'nuqs';
import { useCallback, useState } from 'react';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { endedSpan, spanBefore } from '@/lib/profile/range/ended-span';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { formatSpan } from '@/lib/time/format';
import { columnOf, type GroupColumn, groupListParams, isComputed } from './group-params';
import { GroupRow } from './group-row';
import { GroupSearch } from './group-search';
import classes from './groups.module.css';
import { OrderHead } from './order-head';
import { matchingGroups, sortGroups } from './sort-groups';
import { useGroupRows } from './use-group-rows';
import { useSteadyRows } from './use-steady-rows';

const LABELS: Record<GroupColumn, string> = {
  name: 'Group',
  samples: 'Samples',
  change: 'Change',
  hottest: 'Hottest function by self',
  points: 'Its change',
  anomalies: 'Anomalies',
  reported: 'Last report',
};

/** Maximum number of groups that sorting by a figure reads. Each takes two whole profiles or more. */
const MAX_SORTED = 50;

/** The groups with their figures in the range. Read are those in view, and to sort by a figure the first MAX_SORTED. */
export function GroupTable({ groups }: { groups: readonly ProfilingGroup[] }) {
  const { span, zone, now } = useRange();
  const [{ order, search }, change] = useQueryStates(groupListParams);
  const [visible, setVisible] = useState<ReadonlySet<string>>(new Set());
  const onVisible = useCallback(
    (name: string, isVisible: boolean) =>
      setVisible((before) => new Set([...before, name].filter((each) => isVisible || each !== name))),
    [],
  );
  const isSortedByFigure = isComputed(columnOf(order));
  const found = matchingGroups(groups, search);
  const sortedCount = isSortedByFigure ? Math.min(found.length, MAX_SORTED) : found.length;
  const isWanted = (name: string, i: number) => visible.has(name) || (isSortedByFigure && i < MAX_SORTED);
  const rows = useGroupRows(found, span, now, isWanted);
  const toSort = rows.slice(0, sortedCount);
  const readCount = toSort.filter(({ anomalies, error }) => anomalies || error).length;
  const isSorting = isSortedByFigure && readCount < sortedCount;
  const sorted = [...sortGroups(toSort, order), ...rows.slice(sortedCount)];
  const steady = useSteadyRows(sorted, !isSorting, `${order} ${search}`);
  return (
    <>
      <div className={classes.tools}>
        <GroupSearch value={search} onChange={(text) => void change({ search: text || null })} />
        <Text size="xs" c="dimmed" role="status">
          {search.trim() !== '' && `${found.length} of ${counted(groups.length, 'group')}. `}
          {isSorting && `${readCount} of ${counted(sortedCount, 'group')} read. `}
          {sortedCount < found.length &&
            `Only the first ${MAX_SORTED} groups by name are sorted by a figure. Search to sort others.`}
        </Text>
      </div>
      {found.length === 0 ? (
        <Text size="sm" c="dimmed" ta="center" py="lg">
          No group’s name includes this text.
        </Text>
      ) : (
        <Table className={classes.table} verticalSpacing={6} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {Object.entries(LABELS).map(([column, label]) => (
                <OrderHead
                  key={column}
                  column={column as GroupColumn}
                  label={label}
                  order={order}
                  onOrder={(next) => void change({ order: next })}
                />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {steady.map((row) => (
              <GroupRow key={row.group.name} row={row} onVisible={onVisible} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        Samples are those of profiles that have ended, in the states RUNNABLE, BLOCKED and NATIVE (CPU), or in
        all states where a group reports none of these. Changes are to the period before,{' '}
        {formatSpan(spanBefore(endedSpan(span, now)), zone)}.
      </Text>
    </>
  );
}

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

const LABELS: Record<GroupColumn, string> = {
  name: 'Group',
  samples: 'Samples',
  change: 'Change',
  hottest: 'Hottest function by self',
  points: 'Its change',
  anomalies: 'Anomalies',
  reported: 'Last report',
};

/** The groups with their figures in the range. Those out of view are read when they come into view, or are sorted by a figure. */
export function GroupTable({ groups }: { groups: readonly ProfilingGroup[] }) {
  const { span, zone, now } = useRange();
  const [{ order, search }, change] = useQueryStates(groupListParams);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const onSeen = useCallback(
    (name: string) => setSeen((before) => (before.has(name) ? before : new Set([...before, name]))),
    [],
  );
  const isSortedByFigure = isComputed(columnOf(order));
  const found = matchingGroups(groups, search);
  const rows = useGroupRows(found, span, now, (name) => isSortedByFigure || seen.has(name));
  const sorted = sortGroups(rows, order);
  const readCount = rows.filter(({ summary, isEmpty, error }) => summary || isEmpty || error).length;
  const isSorting = isSortedByFigure && readCount < rows.length;
  return (
    <>
      <div className={classes.tools}>
        <GroupSearch value={search} onChange={(text) => void change({ search: text || null })} />
        <Text size="xs" c="dimmed" role="status">
          {search.trim() !== '' && `${found.length} of ${counted(groups.length, 'group')}. `}
          {isSorting && `${readCount} of ${counted(rows.length, 'group')} read.`}
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
            {sorted.map((row) => (
              <GroupRow key={row.group.name} row={row} onSeen={onSeen} />
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

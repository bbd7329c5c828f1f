'use client';

import { Text } from '@mantine/core';
import type { Route } from 'next';
import { useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { counted } from '@/lib/answer/counted';
import { sumRowLabel } from '@/lib/farm/covers-text';
import type { Names } from '@/lib/farm/names';
import { type GroupFigures, groupFigures } from '@/lib/farm/totals/group-figures';
import { findGroups, groupLabels } from '@/lib/farm/totals/group-labels';
import { orderGroups } from '@/lib/farm/totals/order-groups';
import { RUNTIME_TEXT } from '@/lib/farm/totals/usage-text';
import type { ShownCosts } from '../costs/costs-on-screen';
import { FindField } from './find-field';
import { headings } from './headings';
import { BY_COST, totalsParams } from './totals-params';
import { TotalsTable } from './totals-table';

/** Height reserved for the table while it loads, pixels. */
const SKELETON_PX = 320;

type TotalsPanelProps = {
  shown: ShownCosts | undefined;
  names: Names;
  fetching: boolean;
  onRetry(): void;
  /** Link to this page for one queue or fleet alone. */
  onlyHref(id: string): Route;
};

/** The totals of every group of the chosen keys, and their sum. */
export function TotalsPanel({ shown, names, fetching, onRetry, onlyHref }: TotalsPanelProps) {
  const figures = useMemo(() => shown && groupFigures(shown.costs.rows, shown.table.keys), [shown]);
  return (
    <Panel
      title="Totals"
      id="totals"
      figure={figures && counted(figures.groups.ids.length, 'group')}
      asOf={shown?.costs.asOf}
      fetching={fetching}
      onRetry={onRetry}
    >
      {shown && figures ? (
        <Totals {...{ shown, figures, names, onlyHref }} />
      ) : (
        <PanelSkeleton height={SKELETON_PX} label="Totals: waiting for AWS" />
      )}
    </Panel>
  );
}

type TotalsProps = Pick<TotalsPanelProps, 'names' | 'onlyHref'> & {
  shown: ShownCosts;
  figures: GroupFigures;
};

function Totals({ shown: { asked, costs, table }, figures, names, onlyHref }: TotalsProps) {
  const [{ totals, find }, change] = useQueryStates(totalsParams);
  const { keys } = table;
  const { groups, columns, hasCompute } = figures;
  const order =
    headings(hasCompute).some(({ column }) => column === totals.by) || totals.by === 'name'
      ? totals
      : BY_COST;
  // Typing stays quick in a table of thousands of groups.
  const wanted = useDeferredValue(find);
  const labelOf = useMemo(
    () => groupLabels(groups, keys, names, costs.rows.jobNames),
    [groups, keys, names, costs],
  );
  const found = useMemo(() => findGroups(groups.ids.length, labelOf, wanted), [groups, labelOf, wanted]);
  const ordered = useMemo(
    () => orderGroups(found, order, columns, (group) => labelOf(group).name),
    [found, order, columns, labelOf],
  );
  return (
    <>
      <FindField
        value={find}
        onChange={(text) => void change({ find: text || null }, { history: 'replace' })}
      />
      <TotalsTable
        {...{ figures, keys, labelOf, order, onlyHref }}
        shown={ordered}
        onOrder={(next) => void change({ totals: next }, { history: 'push' })}
        sumLabel={sumRowLabel(asked, costs)}
      />
      <Text size="xs" c="dimmed" mt="xs">
        {hasCompute
          ? 'Cost is of all usage types; the hours and the cost per hour are of compute alone.'
          : `${RUNTIME_TEXT}.`}{' '}
        Figures are rounded, and the last row sums the exact ones.
      </Text>
    </>
  );
}

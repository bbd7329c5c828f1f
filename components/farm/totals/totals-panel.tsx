'use client';

import { Text } from '@mantine/core';
import { useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { counted } from '@/lib/answer/counted';
import { groupsText } from '@/lib/farm/compare/groups-text';
import { jobNamesOfBoth } from '@/lib/farm/compare/job-names-of-both';
import { sumRowLabel } from '@/lib/farm/covers-text';
import type { Names } from '@/lib/farm/names';
import { type GroupFigures, groupFigures } from '@/lib/farm/totals/group-figures';
import { findGroups, groupLabels } from '@/lib/farm/totals/group-labels';
import { orderGroups } from '@/lib/farm/totals/order-groups';
import { RUNTIME_TEXT } from '@/lib/farm/totals/usage-text';
import type { ShownCosts } from '../costs/costs-on-screen';
import { TotalsItems } from '../export/totals-items';
import { FindField } from '../find-field';
import type { PlaceNav } from '../path/place-nav';
import type { ComparedCosts } from '../use-stages';
import { headings } from './headings';
import { shownOrder, totalsParams } from './totals-params';
import { TotalsTable } from './totals-table';

/** Height reserved for the table while it loads, pixels. */
const SKELETON_PX = 320;

type TotalsPanelProps = ComparedCosts & {
  names: Names;
  fetching: boolean;
  onRetry(): void;
  nav: PlaceNav;
};

/** The totals of every group of the chosen keys, and their sum. */
export function TotalsPanel({ shown, earlier, names, fetching, onRetry, nav }: TotalsPanelProps) {
  const earlierRows = earlier?.state === 'known' ? earlier.costs.rows : undefined;
  const figures = useMemo(
    () => shown && groupFigures(shown.costs.rows, shown.table.keys, earlierRows),
    [shown, earlierRows],
  );
  return (
    <Panel
      title="Totals"
      id="totals"
      figure={figures && counted(figures.ownCount, 'group')}
      asOf={shown?.costs.asOf}
      fetching={fetching}
      onRetry={onRetry}
      menu={shown && figures && <TotalsItems {...{ shown, earlier, figures, names }} />}
    >
      {shown && figures ? (
        <Totals {...{ shown, earlier, figures, names, nav }} />
      ) : (
        <PanelSkeleton height={SKELETON_PX} label="Totals: waiting for AWS" />
      )}
    </Panel>
  );
}

type TotalsProps = Pick<TotalsPanelProps, 'earlier' | 'names' | 'nav'> & {
  shown: ShownCosts;
  figures: GroupFigures;
};

function Totals({ shown: { asked, costs, table }, earlier, figures, names, nav }: TotalsProps) {
  const [{ totals, find }, change] = useQueryStates(totalsParams);
  const { keys } = table;
  const { groups, columns, hasCompute } = figures;
  const hasChange = earlier !== undefined;
  const shownColumns = useMemo(() => headings({ hasCompute, hasChange }), [hasCompute, hasChange]);
  const order = shownOrder(totals, shownColumns);
  // Typing stays quick in a table of thousands of groups.
  const wanted = useDeferredValue(find);
  const labelOf = useMemo(
    () => groupLabels(groups, keys, names, jobNamesOfBoth(costs, earlier)),
    [groups, keys, names, costs, earlier],
  );
  const found = useMemo(() => findGroups(groups.ids.length, labelOf, wanted), [groups, labelOf, wanted]);
  const ordered = useMemo(
    () => orderGroups(found, order, columns, (group) => labelOf(group).name),
    [found, order, columns, labelOf],
  );
  return (
    <>
      <FindField
        label="Search totals"
        value={find}
        onChange={(text) => void change({ find: text || null }, { history: 'replace' })}
      />
      <TotalsTable
        {...{ figures, keys, labelOf, order, nav }}
        columns={shownColumns}
        awaitsChange={earlier?.state === 'loading' || earlier?.state === 'waiting'}
        shown={ordered}
        onOrder={(next) => void change({ totals: next }, { history: 'push' })}
        sumLabel={sumRowLabel(asked, costs, names)}
      />
      <Text size="xs" c="dimmed" mt="xs">
        {hasCompute
          ? 'Cost is of all usage types; the hours and the cost per hour are of compute alone.'
          : `${RUNTIME_TEXT}.`}{' '}
        Figures are rounded, and the last row sums the exact ones. {groupsText(columns.growth)}
      </Text>
    </>
  );
}

'use client';

import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { RowSpace } from '@/components/panel/row-space';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { useVirtualRows } from '@/components/panel/use-virtual-rows';
import { counted } from '@/lib/answer/counted';
import { normalizeQuery } from '@/lib/profile/transform/search';
import { MAX_TOP_FUNCTIONS } from '@/lib/profile/transform/top-functions';
import { costOfShare } from '@/lib/profile/view/frame-cost';
import type { ProfileFunctions } from '@/lib/profile/view/view';
import { costCell, costTimeText } from '../cost/cost-text';
import type { SamplesCost } from '../cost/samples-cost';
import type { Order } from '../settings/profile-settings';
import { FunctionHead } from './function-head';
import { FunctionRow, ROW_PX } from './function-row';
import { shownFunctions } from './shown-functions';
import classes from './top-functions-table.module.css';

type TopFunctionsTableProps = {
  top: ProfileFunctions;
  order: Order;
  /** Undefined without costs. */
  costs: SamplesCost | undefined;
  onOrder(order: Order): void;
  /** Text that filters the functions until the answer for it arrives; '' is none. */
  search: string;
  onSearch(name: string): void;
  onInspect(name: string): void;
  /** A function's share over time. */
  trendOf(name: string): ReactNode;
};

/** The functions of the focused frame, each summed over all its callers. */
export function TopFunctionsTable({ top, order, costs, onOrder, search, ...row }: TopFunctionsTableProps) {
  const ordered = useMemo(() => shownFunctions(top.functions, search, order), [top, search, order]);
  const { scrollRef, indexes, abovePx, belowPx } = useVirtualRows(ordered.length, ROW_PX);

  return (
    <div className={classes.container}>
      <ScrollRegion label="Functions" className={classes.scroll} scrollRef={scrollRef}>
        <table className={classes.table} data-costs={costs && true} aria-rowcount={ordered.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <FunctionHead by="name" label="Function" {...{ order, onOrder }} />
              <th className={classes.package}>Package</th>
              <FunctionHead by="self" label="Self" {...{ order, onOrder }} />
              <FunctionHead by="total" label="Total" {...{ order, onOrder }} />
              {costs && <FunctionHead by="self" label="Self $" isCost {...{ order, onOrder }} />}
              {costs && <FunctionHead by="total" label="Total $" isCost {...{ order, onOrder }} />}
            </tr>
          </thead>
          <tbody>
            <RowSpace px={abovePx} />
            {indexes.map((index) => {
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
                    costOf={costs && costsOf(costs)}
                  />
                )
              );
            })}
            <RowSpace px={belowPx} />
          </tbody>
        </table>
      </ScrollRegion>
      {ordered.length === 0 && (
        <Text size="sm" c="dimmed" ta="center" py="md">
          {normalizeQuery(search) === ''
            ? 'No function has samples.'
            : (top.searchError ?? 'No function matches the search.')}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {counted(ordered.length, 'function')}
        {top.isComplete
          ? '.'
          : `: the ${MAX_TOP_FUNCTIONS} with the most total and those with the most self samples. Search to find others.`}{' '}
        Percentages are of {top.focus === '' ? 'all samples' : 'the focused frame'}.
        {costs?.cost && ` Costs are US dollars ${costTimeText(costs.time, costs.cost.ms)}.`}
      </Text>
    </div>
  );
}

/** The cost of samples, or a sign that it isn't known yet. */
const costsOf =
  ({ cost, samples, time }: SamplesCost) =>
  (count: number) =>
    cost && samples > 0 ? costCell(costOfShare(count / samples, cost), time) : '…';

'use client';

import { Button, Text } from '@mantine/core';
import { type RefObject, useRef } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useZone } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import { type Budget, isActive } from '@/lib/farm/budgets/budget';
import { openBudget } from '@/lib/farm/budgets/open-budget';
import type { Names } from '@/lib/farm/names';
import { budgetsOptions } from '@/lib/queries/budgets';
import { useQuery } from '@/lib/queries/use-query';
import { zoneLabel } from '@/lib/time/format';
import { BudgetsItems } from '../export/budgets-items';
import { BudgetItem } from './budget-item';
import classes from './budgets.module.css';

const HEIGHT = 160;

type BudgetsPanelProps = {
  farmId: string;
  names: Names;
  /** Whether inactive budgets are shown too. */
  showsInactive: boolean;
  onShowInactive(shows: boolean): void;
  /** The budget whose burn-down is shown. */
  openId: string | null;
  onOpen(budgetId: string | null): void;
};

/** The budgets of a farm: used, left, thresholds, and where each is heading. They don't depend on the page's range. */
export function BudgetsPanel(props: BudgetsPanelProps) {
  const { farmId, openId } = props;
  const chartRef = useRef<HTMLDivElement>(null);
  const { data: answer, error, isFetching, refetch } = useQuery(budgetsOptions(farmId));
  const retry = () => void refetch();
  const activeCount = answer?.data.filter(isActive).length ?? 0;
  return (
    <Panel
      title="Budgets"
      id="budgets"
      figure={answer?.data.length ? `${formatNumber(activeCount)} active` : undefined}
      asOf={answer?.asOf}
      fetching={isFetching && answer !== undefined}
      onRetry={retry}
      menu={
        answer && (
          <BudgetsItems
            budgets={answer.data}
            open={openBudget(answer.data, openId, answer.asOf).budget}
            {...{ farmId, asOf: answer.asOf, chartRef }}
          />
        )
      }
    >
      {error && <ProblemNotice error={error} onRetry={retry} />}
      {!answer && !error && <PanelSkeleton height={HEIGHT} label="Loading budgets" />}
      {answer && <Warnings warnings={answer.warnings} />}
      {answer?.data.length === 0 && (
        <EmptyNotice why="This farm has no budgets. Create one for a queue in Deadline Cloud’s monitor." />
      )}
      {answer && answer.data.length > 0 && (
        <BudgetList budgets={answer.data} asOf={answer.asOf} {...{ activeCount, chartRef }} {...props} />
      )}
    </Panel>
  );
}

type BudgetListProps = BudgetsPanelProps & {
  budgets: readonly Budget[];
  asOf: number;
  activeCount: number;
  /** For the chart of the burn-down that is shown. */
  chartRef: RefObject<HTMLDivElement | null>;
};

function BudgetList(props: BudgetListProps) {
  const { farmId, budgets, asOf, names, activeCount, onShowInactive, openId, onOpen, chartRef } = props;
  const zone = useZone();
  const inactiveCount = budgets.length - activeCount;
  const { budget: open, why } = openBudget(budgets, openId, asOf);
  const opensInactive = open !== undefined && !isActive(open);
  const showsInactive = props.showsInactive || opensInactive;
  const shown = showsInactive ? budgets : budgets.filter(isActive);
  const toggle = (budgetId: string | null) => {
    // A budget that is in the list only because it is open stays there when it is closed.
    if (opensInactive) onShowInactive(true);
    onOpen(budgetId);
  };
  const toggleInactive = () => {
    if (opensInactive) onOpen(null);
    onShowInactive(!showsInactive);
  };
  return (
    <>
      {why && <Warnings warnings={[why]} />}
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          No budget of this farm is active.
        </Text>
      )}
      <ul className={classes.list}>
        {shown.map((budget) => (
          <BudgetItem
            key={budget.budgetId}
            {...{ farmId, budget, asOf, names, zone, chartRef }}
            isOpen={budget === open}
            onOpen={(opens) => toggle(opens ? budget.budgetId : null)}
          />
        ))}
      </ul>
      <div className={classes.foot}>
        <Text size="xs" c="dimmed">
          Usage in US dollars is AWS’s approximation, from the start of each budget and not of the range. “At
          this pace” continues the average since then. Times: {zoneLabel(zone, asOf)}.
        </Text>
        {inactiveCount > 0 && (
          <Button size="compact-xs" variant="default" onClick={toggleInactive}>
            {showsInactive ? 'Hide' : 'Show'} {counted(inactiveCount, 'inactive budget')}
          </Button>
        )}
      </div>
    </>
  );
}

'use client';

import { Menu } from '@mantine/core';
import type { RefObject } from 'react';
import { CliItem } from '@/components/download/cli-item';
import { CsvItem } from '@/components/download/csv-item';
import { type Budget, budgetName } from '@/lib/farm/budgets/budget';
import { burnDownText } from '@/lib/farm/budgets/burn-down-text';
import { budgetsScript, type ScriptedBurnDown } from '@/lib/farm/export/budgets-script';
import { zoneLabel } from '@/lib/time/format';
import { useBurnDown } from '../budgets/use-burn-down';
import { ChartPictureItems } from './chart-picture-items';

type BudgetsItemsProps = {
  farmId: string;
  budgets: readonly Budget[];
  asOf: number;
  /** The budget whose burn-down is shown. */
  open: Budget | undefined;
  chartRef: RefObject<HTMLElement | null>;
};

/** Menu items that save the burn-down that is shown, and copy the calls to AWS, those of the burn-down too. */
export const BudgetsItems = ({ open, ...props }: BudgetsItemsProps) =>
  open ? <BurnDownItems budget={open} {...props} /> : <BudgetCalls {...props} />;

type BurnDownItemsProps = Omit<BudgetsItemsProps, 'open'> & { budget: Budget };

function BurnDownItems({ farmId, budgets, budget, asOf, chartRef }: BurnDownItemsProps) {
  const { query, side, found } = useBurnDown(farmId, budget, asOf) ?? {};
  const name = budgetName(budget);
  const fileName = `${farmId}_burn-down_${budget.budgetId}`;
  const isCut = side?.shown?.costs.isCut ?? false;
  return (
    <>
      {query && found && (
        <>
          <CsvItem
            label={`Burn-down of ${name}`}
            records={async () =>
              (await import('@/lib/farm/export/burn-down-csv')).burnDownCsv(found.curve, query.zone)
            }
            fileName={`${fileName}.csv`}
          />
          <ChartPictureItems
            farmId={farmId}
            title={`What is left of ${name}`}
            lines={[
              burnDownText(budget, found, query.to, query.zone),
              `Time: ${zoneLabel(query.zone, found.curve.span.to - 1)}`,
            ]}
            fileName={fileName}
            withChart={(draw) => (chartRef.current ? draw(chartRef.current) : undefined)}
          />
        </>
      )}
      <BudgetCalls {...{ farmId, budgets }} burnDown={query && { query, isCut }} />
    </>
  );
}

type BudgetCallsProps = Pick<BudgetsItemsProps, 'farmId' | 'budgets'> & {
  burnDown?: ScriptedBurnDown | undefined;
};

const BudgetCalls = ({ farmId, budgets, burnDown }: BudgetCallsProps) => (
  <>
    <Menu.Label>Calls to AWS</Menu.Label>
    <CliItem
      script={(place) => budgetsScript(farmId, budgets, burnDown, place)}
      fileName={`${farmId}_budgets`}
    />
    <Menu.Divider />
  </>
);

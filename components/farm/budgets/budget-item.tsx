import { Button, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { formatMoney } from '@/lib/farm/amounts';
import { type Budget, budgetName, isActive, usedShare } from '@/lib/farm/budgets/budget';
import { burnDownSource } from '@/lib/farm/budgets/open-budget';
import { outlookOf } from '@/lib/farm/budgets/outlook';
import { outlookText } from '@/lib/farm/budgets/outlook-text';
import { thresholdText } from '@/lib/farm/budgets/threshold-text';
import { thresholdsOf } from '@/lib/farm/budgets/thresholds';
import { type Names, nameOfId } from '@/lib/farm/names';
import { plainName } from '@/lib/farm/naming/plain-name';
import { formatShare } from '@/lib/farm/shares';
import { formatSpan } from '@/lib/time/format';
import { ConsoleLink } from '../aws/console-link';
import ellipsis from '../ellipsis.module.css';
import { BudgetBar } from './budget-bar';
import classes from './budgets.module.css';
import { BurnDown } from './burn-down';

type BudgetItemProps = {
  farmId: string;
  budget: Budget;
  asOf: number;
  names: Names;
  zone: string;
  /** Whether its burn-down is shown. */
  isOpen: boolean;
  onOpen(opens: boolean): void;
  chartRef: RefObject<HTMLDivElement | null>;
};

/** One budget: its bar, amounts, schedule, thresholds, and a sentence on where it is heading. */
export function BudgetItem(props: BudgetItemProps) {
  const { farmId, budget, asOf, names, zone, isOpen, onOpen, chartRef } = props;
  const { budgetId, status, queueId, limitUsd, usedUsd, details } = budget;
  const name = budgetName(budget);
  const left = limitUsd - usedUsd;
  const outlook = outlookOf(budget, asOf);
  const thresholds = thresholdsOf(budget, asOf);
  return (
    <li className={classes.budget} data-active={isActive(budget)}>
      <div className={classes.what}>
        <div className={classes.name} title={`${name} · ${budgetId}`}>
          <span className={ellipsis.ellipsis}>{name}</span>
          <ConsoleLink resource={{ budgetId }} name={name} />
        </div>
        <Text size="xs" c="dimmed" className={classes.covers}>
          {statusText(status)} ·{' '}
          {queueId ? `queue ${nameOfId(queueId, names)}` : 'covers a resource that is unknown here'}
        </Text>
        {details?.description && (
          <Text size="xs" c="dimmed" lineClamp={3} className={classes.covers}>
            {plainName(details.description)}
          </Text>
        )}
      </div>
      <div className={classes.amounts}>
        <BudgetBar budget={budget} thresholds={thresholds} />
        <div className={classes.figures}>
          <span>
            <b>{formatMoney(usedUsd)}</b> of {formatMoney(limitUsd)} · {formatShare(usedShare(budget))}
          </span>
          <span>{left >= 0 ? `${formatMoney(left)} left` : `${formatMoney(-left)} over`}</span>
        </div>
        {thresholds.length > 0 && (
          <ul className={classes.thresholds}>
            {thresholds.map((threshold) => (
              <li key={threshold.id}>{thresholdText(threshold, zone)}</li>
            ))}
          </ul>
        )}
      </div>
      <div className={classes.outlook} data-kind={outlook.kind}>
        {outlookText(outlook, zone)}
        {details?.schedule && (
          <Text size="xs" c="dimmed">
            {formatSpan(details.schedule, zone)}
          </Text>
        )}
        {burnDownSource(budget, asOf) && (
          <Button
            size="compact-xs"
            variant="default"
            mt={4}
            aria-expanded={isOpen}
            aria-label={`Burn-down of ${name}`}
            onClick={() => onOpen(!isOpen)}
          >
            {isOpen ? 'Hide' : 'Show'} burn-down
          </Button>
        )}
      </div>
      {isOpen && (
        <div className={classes.burnDown}>
          <BurnDown {...{ farmId, budget, name, asOf, chartRef }} />
        </div>
      )}
    </li>
  );
}

/** AWS's two statuses in words; another one as AWS names it. */
const statusText = (status: string) =>
  status === 'ACTIVE' ? 'Active' : status === 'INACTIVE' ? 'Inactive' : status;

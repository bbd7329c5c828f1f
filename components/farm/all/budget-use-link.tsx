import { Anchor } from '@mantine/core';
import type { Route } from 'next';
import { PageLink } from '@/components/range/page-link';
import { counted } from '@/lib/answer/counted';
import type { BudgetUse } from '@/lib/farm/all/budget-use';
import { formatMoney } from '@/lib/farm/amounts';
import { budgetName } from '@/lib/farm/budgets/budget';
import { formatShare } from '@/lib/farm/shares';
import classes from './farms-table.module.css';

type BudgetUseLinkProps = {
  /** Link to the budgets of the farm. */
  href: Route;
  /** Undefined while it isn't known. */
  use: BudgetUse | undefined;
  error: Error | null;
};

/** The share used of the fullest active budget of a farm, linked to all its budgets. */
export function BudgetUseLink({ href, use, error }: BudgetUseLinkProps) {
  if (!use)
    return (
      <span className={classes.muted} title={error?.message}>
        {error ? 'Budgets: unknown' : '…'}
      </span>
    );
  if (!use.fullest) return <span className={classes.muted}>No active budget</span>;
  const { budget, share } = use.fullest;
  const name = budgetName(budget);
  const title = `${formatMoney(budget.usedUsd)} of ${formatMoney(budget.limitUsd)} used of ${name}, the fullest of ${counted(use.activeCount, 'active budget')}`;
  return (
    <span className={classes.budget} title={title}>
      <span className={classes.track} aria-hidden>
        <span
          className={classes.used}
          data-exceeded={share >= 1}
          style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
        />
      </span>
      <Anchor component={PageLink} href={href} size="xs" flex="none">
        {share >= 1 && <span aria-hidden>▲ </span>}
        {formatShare(share)}
      </Anchor>
      <span className={classes.muted}>{name}</span>
    </span>
  );
}

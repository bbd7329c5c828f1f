import { counted } from '@/lib/answer/counted';
import type { Availability } from '@/lib/canary/availability';
import { budgetBase, burnRateText, errorBudget, leftText } from '@/lib/canary/health/objective';
import classes from './health.module.css';

type ErrorBudgetBarProps = { availability: Availability; objective: number };

/** How much of the failures that an objective allows were used in the range. */
export function ErrorBudgetBar({ availability, objective }: ErrorBudgetBarProps) {
  const budget = errorBudget(availability, objective);
  if (!budget) return null;
  const { burnRate } = budget;
  const left = leftText(budget);
  const isMissed = left === undefined;
  return (
    <div className={classes.budget}>
      <div>
        <strong data-missed={isMissed}>
          {isMissed ? '▲ Objective missed' : `${left} of the error budget left`}
        </strong>{' '}
        · {budgetBase(budget, objective)}, of {counted(availability.finished, 'scheduled run')} · burn rate{' '}
        {burnRateText(budget)} (failed runs divided by those allowed)
      </div>
      <div aria-hidden className={classes.track}>
        <span
          data-missed={isMissed}
          className={classes.used}
          style={{ width: `${Math.min(100, 100 * burnRate)}%` }}
        />
      </div>
    </div>
  );
}

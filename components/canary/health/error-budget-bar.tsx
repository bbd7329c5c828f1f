import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import type { Availability } from '@/lib/canary/availability';
import { errorBudget, objectivePercent } from '@/lib/canary/health/objective';
import classes from './health.module.css';

type ErrorBudgetBarProps = { availability: Availability; objective: number };

/** How much of the failures that an objective allows were used in the range. */
export function ErrorBudgetBar({ availability, objective }: ErrorBudgetBarProps) {
  const budget = errorBudget(availability, objective);
  if (!budget) return null;
  const { allowed, failed, leftPercent, burnRate } = budget;
  const isMissed = burnRate > 1;
  const left = isMissed
    ? `▲ missed: the budget is used ${formatNumber(burnRate, 1)} times`
    : `${leftPercent} % of the error budget left`;
  return (
    <div className={classes.budget}>
      <div>
        <strong data-missed={isMissed}>{left}</strong> · {counted(failed, 'scheduled run')} failed,{' '}
        {formatNumber(allowed, 1)} of {formatNumber(availability.finished)} may at{' '}
        {objectivePercent(objective)} % · burn rate {formatNumber(burnRate, 2)}
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

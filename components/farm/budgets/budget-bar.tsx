import type { Budget } from '@/lib/farm/budgets/budget';
import type { Threshold } from '@/lib/farm/budgets/thresholds';
import classes from './budgets.module.css';

type BudgetBarProps = { budget: Budget; thresholds: readonly Threshold[] };

/**
 * The used part of a budget, with a mark at each threshold. The bar of an exceeded budget is longer than its limit. The figures
 * and thresholds below it are the same in words.
 */
export function BudgetBar({ budget: { usedUsd, limitUsd }, thresholds }: BudgetBarProps) {
  const whole = Math.max(limitUsd, usedUsd);
  const at = (amountUsd: number) => `${(Math.min(1, Math.max(0, amountUsd / whole)) * 100).toFixed(3)}%`;
  const isOver = usedUsd > limitUsd;
  return (
    <div className={classes.bar} aria-hidden>
      <span className={classes.track}>
        <span className={classes.used} style={{ width: at(Math.min(usedUsd, limitUsd)) }} />
        {isOver && <span className={classes.over} style={{ left: at(limitUsd) }} />}
      </span>
      {thresholds.map(({ id, amountUsd }) => (
        <span key={id} className={classes.mark} style={{ left: at(amountUsd) }} />
      ))}
      {isOver && <span className={classes.limit} style={{ left: at(limitUsd) }} />}
    </div>
  );
}

import { formatNumber } from '@/lib/answer/format-number';
import { formatMoney } from '@/lib/farm/amounts';
import { type Budget, budgetName, isActive, usedShare } from '@/lib/farm/budgets/budget';
import { thresholdsOf } from '@/lib/farm/budgets/thresholds';
import { DAY } from '@/lib/time/duration';
import type { Observation } from './alert';

const SHOWN_MS = 7 * DAY;

/** Which thresholds of the active budgets of a farm were passed: those at which AWS acts, and all of the budget. */
export function observeBudgets(farmId: string, budgets: readonly Budget[], now: number): Observation[] {
  return budgets
    .filter((budget) => isActive(budget) && budget.details)
    .flatMap((budget) =>
      thresholdsIn(budget, now).map((threshold) => observe(farmId, budget, threshold, now)),
    );
}

type Passed = { percent: number; effects: string[] };

/** The thresholds of a budget by their percentages, of which several can have the same. */
function thresholdsIn(budget: Budget, now: number): Passed[] {
  const effects = new Map<number, string[]>([[100, []]]);
  for (const { percent, effect } of thresholdsOf(budget, now))
    effects.set(percent, [...(effects.get(percent) ?? []), effect]);
  return [...effects].map(([percent, of]) => ({ percent, effects: of }));
}

function observe(farmId: string, budget: Budget, { percent, effects }: Passed, now: number): Observation {
  const { budgetId, usedUsd, limitUsd } = budget;
  const name = budgetName(budget);
  const used = 100 * usedShare(budget);
  const share = `${formatNumber(percent, 2)} %`;
  return {
    key: `budget ${farmId} ${budgetId} ${percent}`,
    kind: 'budget',
    state: used >= percent ? 'raised' : 'fine',
    title: `Budget ${name} passed ${share}`,
    text:
      `${formatMoney(usedUsd)} of ${formatMoney(limitUsd)} are used, ${formatNumber(used, 1)} %.` +
      (effects.length > 0 ? ` At ${share} AWS ${effects.join(', and ')}.` : ''),
    page: { path: `/farms/${farmId}`, span: { from: now - SHOWN_MS, to: now }, asOf: now },
    subject: { farmId, budgetId, thresholdPercent: percent },
  };
}

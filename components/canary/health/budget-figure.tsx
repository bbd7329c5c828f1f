import { Anchor } from '@mantine/core';
import { Figure } from '@/components/panel/figure';
import { counted } from '@/lib/answer/counted';
import { budgetBase, errorBudget, leftText, objectivePercent } from '@/lib/canary/health/objective';
import { UnknownValue } from '../unknown-value';
import { OBJECTIVE_FIELD } from './objective-form';

type BudgetFigureProps = {
  figures: { passed: number; finished: number } | undefined;
  /** Whether runs of the range are not loaded. */
  isPartial: boolean;
  objective: number | undefined;
  failed: boolean;
};

/** What is left of the failures that the objective allows; without an objective, where to set one. */
export function BudgetFigure({ figures, isPartial, objective, failed }: BudgetFigureProps) {
  const label = 'Error budget';
  if (objective === undefined)
    return (
      <Figure
        words
        label={label}
        value="No objective"
        note={
          <Anchor href={`#${OBJECTIVE_FIELD}`} size="xs">
            Set an objective
          </Anchor>
        }
      />
    );
  if (!figures) return <Figure label={label} value={<UnknownValue failed={failed} />} note="" />;
  const budget = errorBudget(figures, objective);
  if (!budget)
    return (
      <Figure label={label} value="–" note={`no finished runs, objective ${objectivePercent(objective)} %`} />
    );
  const left = leftText(budget);
  const base = isPartial ? `, of ${counted(figures.finished, 'scheduled run')} so far` : '';
  return (
    <Figure
      label={label}
      value={left === undefined ? '▲ used up' : `${left} left`}
      note={`${budgetBase(budget, objective)}${base}`}
    />
  );
}

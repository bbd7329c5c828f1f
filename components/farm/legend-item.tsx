import { UnstyledButton } from '@mantine/core';
import { formatAmount, type Measure } from '@/lib/farm/amounts';
import type { Category } from '@/lib/farm/series';
import { CategoryAmount } from './category-amount';
import type { CategoryAction } from './chart/chart-actions';
import classes from './chart-legend.module.css';

type LegendItemProps = { category: Category; measure: Measure; action: CategoryAction | undefined };

/** A category with its statistic over the whole range. A click shows only it or all again, or goes to the totals of the others. */
export function LegendItem({ category, measure, action }: LegendItemProps) {
  const amount = category.total === undefined ? '–' : formatAmount(category.total, measure);
  const content = <CategoryAmount category={category} amount={amount} />;
  if (!action) return content;
  return (
    <UnstyledButton
      className={classes.button}
      aria-pressed={action.kind === 'open totals' ? undefined : action.kind === 'show all'}
      onClick={action.act}
      title={action.kind === 'open totals' ? 'Go to the totals of all groups' : undefined}
    >
      {content}
    </UnstyledButton>
  );
}

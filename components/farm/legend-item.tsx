import { UnstyledButton } from '@mantine/core';
import { formatAmount, type Measure } from '@/lib/farm/amounts';
import type { Category } from '@/lib/farm/series';
import { CategoryAmount } from './category-amount';
import type { Isolation } from './chart/chart-actions';
import classes from './chart-legend.module.css';

type LegendItemProps = { category: Category; measure: Measure; isolation: Isolation | undefined };

/** A category with its statistic over the whole range. A click shows only it, or all again. */
export function LegendItem({ category, measure, isolation }: LegendItemProps) {
  const amount = category.total === undefined ? '–' : formatAmount(category.total, measure);
  const content = <CategoryAmount category={category} amount={amount} />;
  if (!isolation) return content;
  return (
    <UnstyledButton className={classes.button} aria-pressed={isolation.isOnly} onClick={isolation.toggle}>
      {content}
    </UnstyledButton>
  );
}

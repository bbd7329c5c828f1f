import { Skeleton } from '@mantine/core';
import { Figure } from '@/components/panel/figure';
import type { AllFarms } from '@/lib/farm/all/all-farms';
import { farmsSumLabel } from '@/lib/farm/all/farms-text';
import { itemChangeText, itemText, rangeItems } from '@/lib/farm/totals/range-items';
import classes from '../figures.module.css';

type FarmsFiguresProps = { all: AllFarms; hasChange: boolean; isOutdated: boolean };

const ITEMS = rangeItems(true);

/** Cost, hours, cost per compute hour and records of all farms together, and their changes. */
export function FarmsFigures({ all: { count, figures, before }, hasChange, isOutdated }: FarmsFiguresProps) {
  return (
    <dl className={classes.figures} aria-label="All farms together" data-count={ITEMS.length}>
      {ITEMS.map((item) => (
        <Figure
          key={item.title ?? JSON.stringify(item.label)}
          label={typeof item.label === 'string' ? item.label : farmsSumLabel(item.label.sum, count)}
          title={item.title}
          value={
            figures ? (
              <span className={isOutdated ? classes.outdated : undefined}>{itemText(item, figures)}</span>
            ) : count.isLoading ? (
              <Skeleton height={20} width={96} my={4} />
            ) : (
              'unknown'
            )
          }
          note={hasChange ? (figures && before ? itemChangeText(item, figures, before) : '') : undefined}
        />
      ))}
    </dl>
  );
}

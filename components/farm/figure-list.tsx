import { Skeleton } from '@mantine/core';
import { Figure } from '@/components/panel/figure';
import type { SummedFigure } from '@/lib/farm/covers-text';
import type { RangeFigures } from '@/lib/farm/totals/range-figures';
import { itemChangeText, itemText, rangeItems } from '@/lib/farm/totals/range-items';
import classes from './figures.module.css';

type FigureListProps = {
  /** Names the list for screen readers. */
  label: string;
  /** Whether the hours of compute are known. */
  hasCompute: boolean;
  /** Names a sum by what it covers. */
  sumLabel(what: SummedFigure): string;
  /** Undefined while they load, or if they couldn't be read. */
  figures: RangeFigures | undefined;
  isLoading: boolean;
  isOutdated: boolean;
  /** Whether the figures are compared with earlier ones. */
  hasChange: boolean;
  before: RangeFigures | undefined;
};

/** Cost, hours, cost per compute hour and records of a range, and their changes. */
export function FigureList(props: FigureListProps) {
  const { label, hasCompute, sumLabel, figures, isLoading, isOutdated, hasChange, before } = props;
  const items = rangeItems(hasCompute);
  const missing = isLoading ? <Skeleton height={20} width={96} my={4} /> : 'unknown';
  return (
    <dl className={classes.figures} aria-label={label} data-count={items.length}>
      {items.map((item) => (
        <Figure
          key={typeof item.label === 'string' ? item.label : item.label.sum}
          label={typeof item.label === 'string' ? item.label : sumLabel(item.label.sum)}
          title={item.title}
          value={
            figures ? (
              <span className={isOutdated ? classes.outdated : undefined}>{itemText(item, figures)}</span>
            ) : (
              missing
            )
          }
          note={hasChange ? (figures && before ? itemChangeText(item, figures, before) : '') : undefined}
        />
      ))}
    </dl>
  );
}

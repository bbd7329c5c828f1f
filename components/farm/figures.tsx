import { Skeleton, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Figure } from '@/components/panel/figure';
import type { EarlierCosts } from '@/lib/farm/compare/earlier-costs';
import { coversText, sumLabel } from '@/lib/farm/covers-text';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { hasUsageType } from '@/lib/farm/plan/plan-aggregations';
import { rangeFigures } from '@/lib/farm/totals/range-figures';
import { itemChangeText, itemText, rangeItems } from '@/lib/farm/totals/range-items';
import { incompleteText, usageText } from '@/lib/farm/totals/usage-text';
import { farmOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import { CompareLine } from './compare/compare-line';
import type { ShownCosts } from './costs/costs-on-screen';
import classes from './figures.module.css';

type FiguresProps = {
  /** What the figures answer, or will answer. */
  asked: AskedCosts;
  /** Undefined while loading. */
  shown: ShownCosts | undefined;
  /** What they are compared with; undefined if with nothing. */
  earlier: EarlierCosts | undefined;
  isOutdated: boolean;
  /** Reads the costs that they are compared with again. */
  onRetryEarlier(): void;
};

/** Cost, hours, cost per compute hour and records of the whole range, their changes, and what they cover. */
export function Figures({ asked: current, shown, earlier, isOutdated, onRetryEarlier }: FiguresProps) {
  const figures = useMemo(() => shown && rangeFigures(shown.costs.rows), [shown]);
  const before = useMemo(
    () => (earlier?.state === 'known' ? rangeFigures(earlier.costs.rows) : undefined),
    [earlier],
  );
  const asked = shown?.asked ?? current;
  const { data: farm } = useQuery(farmOptions(asked.query.farmId));
  const items = rangeItems(hasUsageType(asked.query));
  return (
    <div>
      <dl className={classes.figures} aria-label="Totals of the range" data-count={items.length}>
        {items.map((item) => {
          const label =
            typeof item.label === 'string' ? item.label : sumLabel(item.label.sum, asked, shown?.costs);
          return (
            <Figure
              key={label}
              label={label}
              title={item.title}
              value={
                figures ? (
                  <span className={isOutdated ? classes.outdated : undefined}>{itemText(item, figures)}</span>
                ) : (
                  <Skeleton height={20} width={96} my={4} />
                )
              }
              note={earlier && (figures && before ? itemChangeText(item, figures, before) : '')}
            />
          );
        })}
      </dl>
      <CompareLine
        earlier={earlier}
        now={shown?.costs.coverage}
        createdAt={farm?.data.createdAt}
        onRetry={onRetryEarlier}
      />
      <Text size="xs" c="dimmed" mt={4} className={classes.note}>
        {figures && usageText(figures)}
        {figures && figures.incompleteCount > 0 && ` ${incompleteText(figures.incompleteCount)}`}
      </Text>
      <Text size="xs" c="dimmed" className={classes.note}>
        {shown && coversText(shown.asked, shown.costs)}
      </Text>
    </div>
  );
}

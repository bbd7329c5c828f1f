import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { EarlierCosts } from '@/lib/farm/compare/earlier-costs';
import { coversText, sumLabel } from '@/lib/farm/covers-text';
import type { Names } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { hasUsageType } from '@/lib/farm/plan/plan-aggregations';
import { rangeFigures } from '@/lib/farm/totals/range-figures';
import { incompleteText, usageText } from '@/lib/farm/totals/usage-text';
import { farmOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import { CompareLine } from './compare/compare-line';
import type { ShownCosts } from './costs/costs-on-screen';
import { FigureList } from './figure-list';
import classes from './figures.module.css';

type FiguresProps = {
  /** What the figures answer, or will answer. */
  asked: AskedCosts;
  /** Undefined while loading. */
  shown: ShownCosts | undefined;
  /** What they are compared with; undefined if with nothing. */
  earlier: EarlierCosts | undefined;
  isOutdated: boolean;
  names: Names;
  /** Reads the costs that they are compared with again. */
  onRetryEarlier(): void;
};

/** Cost, hours, cost per compute hour and records of the whole range, their changes, and what they cover. */
export function Figures({ asked: current, shown, earlier, isOutdated, names, onRetryEarlier }: FiguresProps) {
  const figures = useMemo(() => shown && rangeFigures(shown.costs.rows), [shown]);
  const before = useMemo(
    () => (earlier?.state === 'known' ? rangeFigures(earlier.costs.rows) : undefined),
    [earlier],
  );
  const asked = shown?.asked ?? current;
  const { data: farm } = useQuery(farmOptions(asked.query.farmId));
  return (
    <div>
      <FigureList
        label="Totals of the range"
        hasCompute={hasUsageType(asked.query)}
        sumLabel={(what) => sumLabel(what, asked, shown?.costs, names)}
        isLoading={!shown}
        hasChange={earlier !== undefined}
        {...{ figures, before, isOutdated }}
      />
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
        {shown && coversText(shown.asked, shown.costs, names)}
      </Text>
    </div>
  );
}

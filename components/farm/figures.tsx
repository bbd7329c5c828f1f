import { Skeleton, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Figure } from '@/components/panel/figure';
import { formatNumber } from '@/lib/answer/format-number';
import { formatCostPerHour, formatHours, formatMoney, hoursOf } from '@/lib/farm/amounts';
import { coversText, sumLabel } from '@/lib/farm/covers-text';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { askedKeys } from '@/lib/farm/plan/plan-aggregations';
import { type RangeFigures, rangeFigures } from '@/lib/farm/totals/range-figures';
import { ratio } from '@/lib/farm/totals/total-columns';
import { incompleteText, usageText } from '@/lib/farm/totals/usage-text';
import type { ShownCosts } from './costs/costs-on-screen';
import classes from './figures.module.css';

type FiguresProps = {
  /** What the figures answer, or will answer. */
  asked: AskedCosts;
  /** Undefined while loading. */
  shown: ShownCosts | undefined;
  isOutdated: boolean;
};

/** Cost, hours, cost per compute hour and records of the whole range, and what they cover. */
export function Figures({ asked: current, shown: answered, isOutdated }: FiguresProps) {
  const figures = useMemo(() => answered && rangeFigures(answered.costs.rows), [answered]);
  const asked = answered?.asked ?? current;
  const hasCompute = askedKeys(asked.query.keys).includes('USAGE_TYPE');
  const label = (what: 'cost' | 'runtime' | 'compute hours') => sumLabel(what, asked, answered?.costs);
  const shown = (words: (figures: RangeFigures) => string) =>
    figures ? (
      <span className={isOutdated ? classes.outdated : undefined}>{words(figures)}</span>
    ) : (
      <Skeleton height={20} width={96} my={4} />
    );
  return (
    <div>
      <dl className={classes.figures} aria-label="Totals of the range" data-count={hasCompute ? 5 : 3}>
        <Figure label={label('cost')} value={shown(({ costUsd }) => known(costUsd, formatMoney))} />
        {hasCompute ? (
          <>
            <Figure
              label={label('compute hours')}
              title="Hours of the usage type compute alone"
              value={shown(({ byUsage }) => known(byUsage?.compute.runtimeSeconds, formatHours))}
            />
            <Figure
              label="Compute cost per hour"
              title="Cost of compute alone divided by its hours"
              value={shown(({ byUsage }) => costPerComputeHour(byUsage?.compute.costUsd, byUsage))}
            />
            <Figure
              label="All cost per compute hour"
              title="Cost of compute, licences and all other usage divided by the hours of compute"
              value={shown(({ costUsd, byUsage }) => costPerComputeHour(costUsd, byUsage))}
            />
          </>
        ) : (
          <Figure
            label={label('runtime')}
            title="Hours of compute, licences and volumes together"
            value={shown(({ runtimeSeconds }) => known(runtimeSeconds, formatHours))}
          />
        )}
        <Figure label="Usage records" value={shown(({ records }) => formatNumber(records))} />
      </dl>
      <Text size="xs" c="dimmed" mt={4} className={classes.note}>
        {figures && usageText(figures)}
        {figures && figures.incompleteCount > 0 && ` ${incompleteText(figures.incompleteCount)}`}
      </Text>
      <Text size="xs" c="dimmed" className={classes.note}>
        {answered && coversText(answered.asked, answered.costs)}
      </Text>
    </div>
  );
}

const costPerComputeHour = (costUsd: number | undefined, byUsage: RangeFigures['byUsage']) =>
  known(ratio(costUsd ?? Number.NaN, hoursOf(byUsage?.compute.runtimeSeconds ?? 0)), formatCostPerHour);

const known = (amount: number | undefined, format: (amount: number) => string) =>
  amount === undefined || Number.isNaN(amount) ? '–' : format(amount);

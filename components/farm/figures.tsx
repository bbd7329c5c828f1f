import { Skeleton, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Figure } from '@/components/panel/figure';
import { costPerHour, formatCostPerHour, formatHours, formatMoney } from '@/lib/farm/amounts';
import { coversText, sumLabel } from '@/lib/farm/covers-text';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { type Totals, totalsOf } from '@/lib/farm/rows/totals';
import type { ShownCosts } from './costs/use-costs';
import classes from './figures.module.css';

type FiguresProps = {
  /** What the figures answer, or will answer. */
  asked: AskedCosts;
  /** Undefined while loading. */
  shown: ShownCosts | undefined;
  isOutdated: boolean;
};

/** Cost, runtime, records and cost per hour of the whole range, and what they cover. */
export function Figures({ asked, shown: answered, isOutdated }: FiguresProps) {
  const totals = useMemo(() => answered && totalsOf(answered.table.rows), [answered]);
  const label = (what: 'cost' | 'runtime') => sumLabel(what, answered?.asked ?? asked, answered?.costs);
  const shown = (words: (totals: Totals) => string) =>
    totals ? (
      <span className={isOutdated ? classes.outdated : undefined}>{words(totals)}</span>
    ) : (
      <Skeleton height={20} width={96} my={4} />
    );
  return (
    <div>
      <dl className={classes.figures} aria-label="Totals of the range">
        <Figure label={label('cost')} value={shown(({ costUsd }) => known(costUsd.sum, formatMoney))} />
        <Figure
          label={label('runtime')}
          title="Runtime of all usage records: compute, licences and volumes"
          value={shown(({ runtimeSeconds }) => known(runtimeSeconds.sum, formatHours))}
        />
        <Figure label="Usage records" value={shown(({ records }) => records.toLocaleString('en-US'))} />
        <Figure
          label="Cost per hour of runtime"
          title="Cost divided by runtime"
          value={shown(({ costUsd, runtimeSeconds }) =>
            known(costPerHour(costUsd, runtimeSeconds), formatCostPerHour),
          )}
        />
      </dl>
      <Text size="xs" c="dimmed" mt={4} className={classes.covers}>
        {answered && coversText(answered.asked, answered.costs)}
      </Text>
    </div>
  );
}

const known = (amount: number | undefined, format: (amount: number) => string) =>
  amount === undefined ? '–' : format(amount);

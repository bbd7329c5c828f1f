import { Skeleton } from '@mantine/core';
import { Figure } from '@/components/panel/figure';
import { costPerHour, formatCostPerHour, formatHours, formatMoney } from '@/lib/farm/amounts';
import type { Totals } from '@/lib/farm/statistics';
import classes from './figures.module.css';

type FiguresProps = { totals: Totals | undefined; isOutdated: boolean };

/** Cost, runtime, records and cost per hour of the whole range; `totals` is undefined while loading. */
export function Figures({ totals, isOutdated }: FiguresProps) {
  const shown = (words: (totals: Totals) => string) =>
    totals ? (
      <span className={isOutdated ? classes.outdated : undefined}>{words(totals)}</span>
    ) : (
      <Skeleton height={20} width={96} my={4} />
    );
  return (
    <dl className={classes.figures} aria-label="Totals of the range">
      <Figure label="Total cost" value={shown(({ costUsd }) => known(costUsd.sum, formatMoney))} />
      <Figure
        label="Total runtime"
        title="Runtime of all usage records: compute, licences and volumes"
        value={shown(({ runtimeSeconds }) => known(runtimeSeconds.sum, formatHours))}
      />
      <Figure label="Usage records" value={shown(({ records }) => records.toLocaleString('en-US'))} />
      <Figure
        label="Cost per hour of runtime"
        title="Total cost divided by total runtime"
        value={shown(({ costUsd, runtimeSeconds }) =>
          known(costPerHour(costUsd, runtimeSeconds), formatCostPerHour),
        )}
      />
    </dl>
  );
}

const known = (amount: number | undefined, format: (amount: number) => string) =>
  amount === undefined ? '–' : format(amount);

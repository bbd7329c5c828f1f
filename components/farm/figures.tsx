import { Paper, Skeleton } from '@mantine/core';
import { costPerHour, formatHours, formatMoney } from '@/lib/farm/amounts';
import type { Totals } from '@/lib/farm/statistics';
import classes from './farm.module.css';

type FiguresProps = { totals: Totals | undefined; old: boolean };

/** Cost, runtime, records and cost per hour of the whole range; `totals` undefined while they are awaited. */
export function Figures({ totals, old }: FiguresProps) {
  const perHour = totals && costPerHour(totals.costUsd, totals.runtimeSeconds);
  return (
    <Paper component="dl" withBorder m={0} className={classes.figures} aria-label="Totals of the range">
      <Figure label="Total cost" old={old} value={totals && known(totals.costUsd.sum, formatMoney)} />
      <Figure
        label="Total runtime"
        title="The runtimes of all usage records: compute, licences and volumes"
        old={old}
        value={totals && known(totals.runtimeSeconds.sum, formatHours)}
      />
      <Figure label="Usage records" old={old} value={totals?.records.toLocaleString('en-US')} />
      <Figure
        label="Cost per hour of runtime"
        title="Total cost divided by total runtime"
        old={old}
        value={totals && known(perHour, (costUsd) => `${formatMoney(costUsd)} / h`)}
      />
    </Paper>
  );
}

const known = (amount: number | undefined, format: (amount: number) => string) =>
  amount === undefined ? '–' : format(amount);

type FigureProps = { label: string; title?: string; value: string | undefined; old: boolean };

function Figure({ label, title, value, old }: FigureProps) {
  return (
    <div className={classes.figure} title={title}>
      <dt className={classes.figureLabel}>{label}</dt>
      <dd className={classes.figureValue} style={{ margin: 0 }}>
        {value === undefined ? (
          <Skeleton height={20} width={96} mt={4} mb={4} />
        ) : (
          <span className={old ? classes.old : undefined}>{value}</span>
        )}
      </dd>
    </div>
  );
}

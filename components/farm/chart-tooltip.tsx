import { formatAmount, type Measure } from '@/lib/farm/amounts';
import { bucketLabel, offsetLabel } from '@/lib/farm/buckets';
import { PERIOD_UNITS } from '@/lib/farm/labels';
import type { Series } from '@/lib/farm/series';
import type { AggregationPeriod } from '@/lib/farm/session-statistics';
import { CategoryAmount } from './category-amount';
import classes from './chart-tooltip.module.css';

type ChartTooltipProps = {
  series: Series;
  measure: Measure;
  period: AggregationPeriod;
  offsetMs: number;
  /** Start of the bucket under the pointer, epoch milliseconds. */
  from: number;
};

/** One bucket of a chart: its time, the statistic over all, and every category that has sessions in it. */
export function ChartTooltip({ series, measure, period, offsetMs, from }: ChartTooltipProps) {
  const bucket = series.buckets.findIndex((one) => one.from === from);
  if (bucket < 0) return null;
  const all = series.amounts[bucket];
  const { from: start = 0, to: end = 0 } = series.buckets[bucket] ?? {};
  const isCut = start < series.span.from || end > series.span.to;
  return (
    <div className={classes.tooltip}>
      <div className={classes.head}>
        <span>
          {bucketLabel(from, period, offsetMs)} {offsetLabel(offsetMs)}
        </span>
        {all !== undefined && <span>{formatAmount(all, measure)}</span>}
      </div>
      {all === undefined && <div>No sessions</div>}
      {isCut && <div>The range holds only a part of this {PERIOD_UNITS[period]}.</div>}
      {series.categories.map((category) => {
        const amount = category.amounts[bucket];
        return (
          amount !== undefined && (
            <CategoryAmount key={category.id} category={category} amount={formatAmount(amount, measure)} />
          )
        );
      })}
    </div>
  );
}

import { formatAmount } from '@/lib/farm/amounts';
import { stepText } from '@/lib/farm/bars/bar-steps';
import { barLabelWithOffset, oddLengthText } from '@/lib/farm/bucket-labels';
import type { Series } from '@/lib/farm/series';
import { CategoryAmount } from './category-amount';
import classes from './chart-tooltip.module.css';

type ChartTooltipProps = {
  series: Series;
  /** Start of the bucket under the pointer, epoch milliseconds. */
  from: number;
};

/** One bucket of a chart: its time, the statistic over all categories, and every category with sessions. */
export function ChartTooltip({ series, from }: ChartTooltipProps) {
  const { buckets, span, measure, step, segments } = series;
  const index = buckets.findIndex((bucket) => bucket.from === from);
  const bucket = buckets[index];
  if (!bucket) return null;
  const total = series.amounts[index];
  const oddLength = oddLengthText(bucket, step);
  const isPartial = bucket.from < span.from || bucket.to > span.to;
  return (
    <div className={classes.tooltip}>
      <div className={classes.head}>
        <span>{barLabelWithOffset(from, step, segments)}</span>
        {total !== undefined && <span>{formatAmount(total, measure)}</span>}
      </div>
      {total === undefined && <div>No sessions</div>}
      {oddLength && <div>{oddLength}</div>}
      {isPartial && (
        <div>
          The range includes only part of {step.count === 1 ? 'this' : 'these'} {stepText(step)}.
        </div>
      )}
      {series.categories.map((category) => {
        const amount = category.amounts[index];
        return (
          amount !== undefined && (
            <CategoryAmount key={category.id} category={category} amount={formatAmount(amount, measure)} />
          )
        );
      })}
    </div>
  );
}

import { counted } from '@/lib/answer/counted';
import { formatAmount } from '@/lib/farm/amounts';
import { stepText } from '@/lib/farm/bars/bar-steps';
import { barLabelWithOffset, oddLengthText } from '@/lib/farm/bucket-labels';
import { selectedSum } from '@/lib/farm/plot/bar-text';
import { type ChartCursor, selectedBuckets } from '@/lib/farm/plot/chart-cursor';
import { isCut } from '@/lib/farm/plot/cut-buckets';
import type { Series } from '@/lib/farm/series';
import { CategoryAmount } from './category-amount';
import classes from './chart-tooltip.module.css';

type ChartTooltipProps = {
  series: Series;
  cursor: ChartCursor;
  /** About the bucket, in sentences. */
  notes: readonly string[];
  /** What happens next, in a sentence. */
  hint: string | undefined;
};

/** What a chart has under a cursor: a bucket, or the sum of the selected ones. */
export function ChartTooltip({ series, cursor, notes, hint }: ChartTooltipProps) {
  const selected = selectedBuckets(cursor);
  return (
    <div className={classes.tooltip}>
      {selected ? (
        <SelectionTooltip series={series} selected={selected} />
      ) : (
        <BucketTooltip series={series} index={cursor.bucket} category={cursor.category} />
      )}
      {notes.map((note) => (
        <div key={note} className={classes.note}>
          {note}
        </div>
      ))}
      {hint && <div className={classes.hint}>{hint}</div>}
    </div>
  );
}

type SelectionTooltipProps = { series: Series; selected: [first: number, last: number] };

/** The selected bars, and their sum where there is one. */
function SelectionTooltip({ series, selected: [first, last] }: SelectionTooltipProps) {
  const { buckets, step, segments, measure } = series;
  const sum = selectedSum(series, [first, last]);
  const label = (bucket: number) => barLabelWithOffset(buckets[bucket]?.from ?? 0, step, segments);
  return (
    <>
      <div className={classes.head}>
        <span>{counted(last - first + 1, 'bar')}</span>
        {sum !== undefined && <span>{formatAmount(sum, measure)}</span>}
      </div>
      <div>{first === last ? label(first) : `from ${label(first)}`}</div>
      {first < last && <div>to {label(last)}</div>}
    </>
  );
}

type BucketTooltipProps = { series: Series; index: number; category: number | undefined };

/** The time of a bucket, the statistic over all categories, and every category with sessions. */
function BucketTooltip({ series, index, category: pointed }: BucketTooltipProps) {
  const { buckets, measure, step, segments } = series;
  const bucket = buckets[index];
  if (!bucket) return null;
  const total = series.amounts[index];
  const oddLength = oddLengthText(bucket, step);
  return (
    <>
      <div className={classes.head}>
        <span>{barLabelWithOffset(bucket.from, step, segments)}</span>
        {total !== undefined && <span>{formatAmount(total, measure)}</span>}
      </div>
      {total === undefined && <div>No sessions</div>}
      {oddLength && <div>{oddLength}</div>}
      {isCut(series, index) && (
        <div>
          The range includes only part of {step.count === 1 ? 'this' : 'these'} {stepText(step)}.
        </div>
      )}
      {series.categories.map((category, at) => {
        const amount = category.amounts[index];
        return (
          amount !== undefined && (
            <div key={category.id} className={classes.category} data-pointed={at === pointed || undefined}>
              <CategoryAmount category={category} amount={formatAmount(amount, measure)} />
            </div>
          )
        );
      })}
    </>
  );
}

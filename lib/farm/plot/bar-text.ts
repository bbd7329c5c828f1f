import { counted } from '@/lib/answer/counted';
import { formatAmount } from '../amounts';
import { barLabelWithOffset } from '../bucket-labels';
import type { Series } from '../series';
import { isAdditive } from '../statistics';
import { type ChartCursor, selectedBuckets } from './chart-cursor';

const NONE = 'no sessions';

/** The categories with an amount in a bucket, in order. */
export const categoriesAt = ({ categories }: Series, bucket: number): number[] =>
  [...categories.keys()].filter((at) => categories[at]?.amounts[bucket] !== undefined);

/** What a chart has under a cursor, for screen readers: `24 Nov 2026 UTC: $3.00. lighting $2.00, fx $1.00`. */
export function barText(series: Series, cursor: ChartCursor): string {
  const selected = selectedBuckets(cursor);
  if (selected) return selectionText(series, selected);
  const { categories, buckets, amounts, step, segments } = series;
  const { bucket, category } = cursor;
  const time = barLabelWithOffset(buckets[bucket]?.from ?? 0, step, segments);
  const amountText = (amount: number | undefined) =>
    amount === undefined ? NONE : formatAmount(amount, series.measure);
  const chosen = category === undefined ? undefined : categories[category];
  if (chosen) return `${chosen.name} ${amountText(chosen.amounts[bucket])}, ${time}`;
  const parts = categoriesAt(series, bucket).map((at) => {
    const { name = '', amounts: own = [] } = categories[at] ?? {};
    return `${name} ${amountText(own[bucket])}`;
  });
  return [`${time}: ${amountText(amounts[bucket])}`, ...(parts.length > 0 ? [parts.join(', ')] : [])].join(
    '. ',
  );
}

/** Selected bars: `3 bars from 24 Nov 2026 UTC to 26 Nov 2026 UTC: $9.00`. */
function selectionText(series: Series, [first, last]: [number, number]): string {
  const { buckets, measure, step, segments } = series;
  const label = (bucket: number) => barLabelWithOffset(buckets[bucket]?.from ?? 0, step, segments);
  const count = counted(last - first + 1, 'bar');
  const span = first === last ? label(first) : `${count} from ${label(first)} to ${label(last)}`;
  const sum = selectedSum(series, [first, last]);
  return sum === undefined ? span : `${span}: ${formatAmount(sum, measure)}`;
}

/** Selected bars in short: `3 bars, $9.00`. */
export function selectedText(series: Series, [first, last]: [number, number]): string {
  const count = counted(last - first + 1, 'bar');
  const sum = selectedSum(series, [first, last]);
  return sum === undefined ? count : `${count}, ${formatAmount(sum, series.measure)}`;
}

/** The sum of some buckets; undefined for statistics that have none, and without sessions. */
export function selectedSum(
  { amounts, statistic }: Pick<Series, 'amounts' | 'statistic'>,
  [first, last]: [number, number],
): number | undefined {
  const known = amounts.slice(first, last + 1).filter((amount) => amount !== undefined);
  if (!isAdditive(statistic) || known.length === 0) return undefined;
  return known.reduce((sum, amount) => sum + amount, 0);
}

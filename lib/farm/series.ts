import { counted } from '@/lib/answer/counted';
import type { Span } from '@/lib/time/range';
import type { Measure } from './amounts';
import type { BarStep } from './bars/bar-steps';
import { barsOf } from './bars/bars';
import { CATEGORY_COLOURS, coloursOf, OTHERS_COLOUR } from './colours';
import type { Label, Names } from './names';
import type { OffsetSegment } from './plan/offset-segments';
import { combineRows } from './rows/combine-rows';
import type { CostTable } from './rows/cost-table';
import { groupRows } from './rows/group-rows';
import { computeRows } from './rows/group-totals';
import type { Statistic } from './session-statistics';
import { groupLabels } from './totals/group-labels';

export const OTHERS_ID = 'others';
/** Maximum number of categories of their own: as many as there are colours. */
export const MAX_CATEGORIES = CATEGORY_COLOURS.length;

export type SeriesOptions = {
  measure: Measure;
  statistic: Statistic;
  names?: Names;
  /** Categories of their own; two or more others are summed. */
  maxCategories?: number;
  /** Leaves out all usage but compute, if the rows have the usage type. */
  onlyCompute?: boolean;
  /** What a bucket of the series is; by default one of the table. Buckets are merged as rows are: averages weigh by records. */
  step?: BarStep;
};

export type Category = {
  id: string;
  name: string;
  /** The name with whole ids. */
  title: string;
  colour: string;
  /** Its value of each key; none for the others together. */
  parts: readonly Label[];
  /** One amount per bucket in US dollars or seconds; undefined without sessions. */
  amounts: (number | undefined)[];
  /** The statistic over the whole range. */
  total: number | undefined;
};

export type Series = {
  measure: Measure;
  statistic: Statistic;
  /** What a bucket is. */
  step: BarStep;
  /** The offsets of the buckets. */
  segments: readonly OffsetSegment[];
  /** The requested span. The first and the last bucket can extend beyond it. */
  span: Span;
  buckets: readonly Span[];
  /** The most expensive first, the sum of the others last. */
  categories: Category[];
  /** The statistic over all categories, per bucket and over the whole span. */
  amounts: (number | undefined)[];
  total: number | undefined;
};

/** Sums by group and bucket over the whole span. A bucket without rows has no amount. */
export function seriesOf({ rows, keys, period, span }: CostTable, options: SeriesOptions): Series {
  const { measure, statistic, names = new Map(), maxCategories = MAX_CATEGORIES, onlyCompute } = options;
  const { segments } = rows.buckets;
  const bars = barsOf(rows.buckets, period, options.step ?? { period, count: 1 });
  const { step, spans: buckets } = bars;
  const groups = groupRows(rows, keys);
  const { group } = groups;
  const ranks = combineRows(rows, 'costUsd', 'SUM', groups.ids.length, (row) => group[row] ?? 0);
  const labels = groupLabels(groups, keys, names, rows.jobNames);
  const ranked = Array.from(ranks.keys()).sort(
    (a, b) => rankOf(ranks[b]) - rankOf(ranks[a]) || (labels(a).name < labels(b).name ? -1 : 1),
  );

  // A single one of the rest keeps its name, in the colour of the rest.
  const isOneMore = ranked.length === maxCategories + 1;
  const top = ranked.slice(0, isOneMore ? ranked.length : maxCategories);
  const restCount = ranked.length - top.length;
  const slots = new Uint32Array(ranked.length).fill(top.length);
  for (const [slot, group] of top.entries()) slots[group] = slot;
  const slotOf = (row: number) => slots[group[row] ?? 0] ?? 0;
  const bucket = rows.bucket.values;
  const barOf = (row: number) => bars.bar[bucket[row] ?? 0] ?? 0;
  const isCounted = onlyCompute ? computeRows(rows) : undefined;
  const combine = (cellCount: number, cellOf: (row: number) => number) =>
    Array.from(combineRows(rows, measure, statistic, cellCount, cellOf, isCounted), (amount) =>
      Number.isNaN(amount) ? undefined : amount,
    );
  const slotCount = top.length + 1;
  const totals = combine(slotCount, slotOf);
  const cells = combine(slotCount * buckets.length, (row) => slotOf(row) * buckets.length + barOf(row));
  const amountsOf = (slot: number) => ({
    amounts: cells.slice(slot * buckets.length, (slot + 1) * buckets.length),
    total: totals[slot],
  });

  const colours = coloursOf(top.slice(0, maxCategories).map((group) => labels(group).name));
  const categories = top.map(
    (group, slot): Category => ({
      ...labels(group),
      colour: colours[slot] ?? OTHERS_COLOUR,
      ...amountsOf(slot),
    }),
  );
  if (restCount > 0) {
    const name = counted(restCount, 'other');
    categories.push({
      id: OTHERS_ID,
      name,
      title: name,
      colour: OTHERS_COLOUR,
      parts: [],
      ...amountsOf(top.length),
    });
  }
  const amounts = combine(buckets.length, barOf);
  const [total] = combine(1, () => 0);
  return { measure, statistic, step, segments, span, buckets, categories, amounts, total };
}

/** A series of one of its categories alone. */
export const oneCategory = (series: Series, category: Category): Series => ({
  ...series,
  categories: [category],
  amounts: category.amounts,
  total: category.total,
});

const rankOf = (rank = Number.NaN) => (Number.isNaN(rank) ? -Number.MAX_VALUE : rank);

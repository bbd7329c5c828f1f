import { counted } from '@/lib/answer/counted';
import type { Span } from '@/lib/time/range';
import type { Measure } from './amounts';
import { bucketAt } from './buckets';
import { coloursOf, OTHERS_COLOUR } from './colours';
import { type Label, type Names, rowLabel } from './names';
import type { OffsetSegment } from './plan/offset-segments';
import type { CostTable } from './rows/cost-table';
import type { AggregationPeriod, SessionStatistics, Statistic } from './session-statistics';
import { combine } from './statistics';

export const OTHERS_ID = 'others';
/** As many as there are colours. */
const MAX_CATEGORIES = 8;

export type SeriesOptions = {
  measure: Measure;
  statistic: Statistic;
  names?: Names;
  /** Categories of their own; the rest are summed as `Others`. */
  maxCategories?: number;
  /** The measure that ranks categories. Two charts with one ranking have the same categories. */
  rankBy?: Measure;
};

export type Category = {
  id: string;
  name: string;
  /** The name with whole ids. */
  title: string;
  colour: string;
  /** One amount per bucket in US dollars or seconds; undefined without sessions. */
  amounts: (number | undefined)[];
  /** The statistic over the whole range. */
  total: number | undefined;
};

export type Series = {
  measure: Measure;
  statistic: Statistic;
  period: AggregationPeriod;
  /** The offsets of the buckets. */
  segments: readonly OffsetSegment[];
  /** The requested span. The first and the last bucket can extend beyond it. */
  span: Span;
  buckets: readonly Span[];
  /** Largest total first, `Others` last. */
  categories: Category[];
  /** The statistic over all categories, per bucket and over the whole span. */
  amounts: (number | undefined)[];
  total: number | undefined;
};

type Group = Label & { rows: SessionStatistics[] };

/** Groups rows by category and bucket over the whole span. A bucket without rows has no amount. */
export function seriesOf(
  { rows, keys, period, span, buckets: local }: CostTable,
  options: SeriesOptions,
): Series {
  const { measure, statistic, names = new Map(), maxCategories = MAX_CATEGORIES, rankBy = measure } = options;
  const { spans: buckets, segments } = local;

  const groups = new Map<string, Group>();
  for (const row of rows) {
    const label = rowLabel(row, keys, names);
    const group = groups.get(label.id);
    if (group) group.rows.push(row);
    else groups.set(label.id, { ...label, rows: [row] });
  }
  const ranked = [...groups.values()]
    .map((group) => ({ ...group, rank: combine(group.rows, rankBy, statistic) ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => b.rank - a.rank || (a.name < b.name ? -1 : 1));

  const top = ranked.slice(0, maxCategories);
  const rest = ranked.slice(top.length);
  const colours = coloursOf(top.map(({ name }) => name));
  const categories = top.map(
    ({ id, name, title, rows }, at): Category => ({
      id,
      name,
      title,
      colour: colours[at] ?? OTHERS_COLOUR,
      ...amountsOf(rows, buckets, measure, statistic),
    }),
  );
  if (rest.length > 0) {
    const name = counted(rest.length, 'other');
    categories.push({
      id: OTHERS_ID,
      name,
      title: name,
      colour: OTHERS_COLOUR,
      ...amountsOf(
        rest.flatMap(({ rows }) => rows),
        buckets,
        measure,
        statistic,
      ),
    });
  }
  const whole = amountsOf(rows, buckets, measure, statistic);
  return { measure, statistic, period, segments, span, buckets, categories, ...whole };
}

function amountsOf(
  rows: readonly SessionStatistics[],
  buckets: readonly Span[],
  measure: Measure,
  statistic: Statistic,
): { amounts: (number | undefined)[]; total: number | undefined } {
  const inBucket: SessionStatistics[][] = buckets.map(() => []);
  for (const row of rows) inBucket[bucketAt(buckets, row.from) ?? -1]?.push(row);
  return {
    amounts: inBucket.map((rows) => combine(rows, measure, statistic)),
    total: combine(rows, measure, statistic),
  };
}

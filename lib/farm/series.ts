import { counted } from '@/lib/answer/counted';
import type { Span } from '@/lib/time/range';
import type { Measure } from './amounts';
import { bucketAt, bucketsOf } from './buckets';
import { coloursOf, OTHERS_COLOUR } from './colours';
import { type Label, type Names, rowLabel } from './names';
import type {
  AggregationPeriod,
  SessionStatistics,
  Statistic,
  StatisticsRequest,
} from './session-statistics';
import { combine } from './statistics';

export const OTHERS_ID = 'others';
/** As many as there are colours. */
const MAX_CATEGORIES = 8;

/** The rows of an aggregation and the request they answer. */
export type AggregatedRows = {
  rows: readonly SessionStatistics[];
  built: {
    request: Pick<StatisticsRequest, 'startTime' | 'endTime' | 'period' | 'groupBy'>;
    /** Offset of the buckets from UTC, milliseconds. */
    offsetMs: number;
  };
};

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
  /** Offset of the buckets from UTC, milliseconds. */
  offsetMs: number;
  /** The requested span. The first and the last bucket can extend beyond it. */
  span: Span;
  buckets: Span[];
  /** Largest total first, `Others` last. */
  categories: Category[];
  /** The statistic over all categories, per bucket and over the whole span. */
  amounts: (number | undefined)[];
  total: number | undefined;
};

type Group = Label & { rows: SessionStatistics[] };

/** Groups rows by category and bucket over the whole span. A bucket that AWS left out has no amount. */
export function seriesOf({ rows, built }: AggregatedRows, options: SeriesOptions): Series {
  const { request, offsetMs } = built;
  const { groupBy, period } = request;
  const { measure, statistic, names = new Map(), maxCategories = MAX_CATEGORIES, rankBy = measure } = options;
  const span = { from: request.startTime, to: request.endTime };
  const weekStart = period === 'WEEKLY' ? rows[0]?.from : undefined;
  const buckets = bucketsOf(span, period, offsetMs, weekStart);

  const groups = new Map<string, Group>();
  for (const row of rows) {
    const label = rowLabel(row, groupBy, names);
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
  return { measure, statistic, period, offsetMs, span, buckets, categories, ...whole };
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

import { counted } from '@/lib/answer/words';
import type { Span } from '@/lib/time/range';
import type { Measure } from './amounts';
import { bucketAt, bucketsOf } from './buckets';
import { coloursOf, OTHERS_COLOUR } from './colours';
import { type Names, type RowLabel, rowLabel } from './names';
import type { AggregationPeriod, GroupKey, SessionStatistics, Statistic } from './session-statistics';
import { combine } from './statistics';

export const OTHERS_ID = 'others';
/** As many categories as there are colours; the rest are added up as others. */
const MAX_CATEGORIES = 8;

export type SeriesRequest = {
  measure: Measure;
  statistic: Statistic;
  groupBy: readonly GroupKey[];
  /** The whole range, epoch milliseconds. */
  span: Span;
  period: AggregationPeriod;
  /** Offset of the aggregation from UTC, milliseconds. */
  offsetMs: number;
  names?: Names;
  /** Categories shown on their own; the rest are one, `Others`. */
  most?: number;
  /** By which measure categories are ranked. One ranking for two charts gives both the same categories. */
  rankBy?: Measure;
};

export type Category = {
  id: string;
  name: string;
  /** The name with whole ids. */
  title: string;
  colour: string;
  /** One amount per bucket, US dollars or seconds; undefined where there were no sessions. */
  amounts: (number | undefined)[];
  /** The statistic over the whole range. */
  total: number | undefined;
};

export type Series = {
  /** What was asked about. The first and the last bucket can reach beyond it. */
  span: Span;
  buckets: Span[];
  /** Largest total first, `Others` last. */
  categories: Category[];
  /** The statistic over all categories per bucket and over the whole range. */
  amounts: (number | undefined)[];
  total: number | undefined;
};

type Group = RowLabel & { rows: SessionStatistics[] };

/** Rows as buckets by categories over the whole span. A bucket that AWS left out has no amount. */
export function seriesOf(rows: readonly SessionStatistics[], request: SeriesRequest): Series {
  const { measure, statistic, groupBy, span, period, offsetMs, names = new Map() } = request;
  const { most = MAX_CATEGORIES, rankBy = measure } = request;
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

  const alone = ranked.length > most ? ranked.slice(0, most) : ranked;
  const rest = ranked.slice(alone.length);
  const colours = coloursOf(alone.map(({ name }) => name));
  const categories = apart(alone).map(
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
  return { span, buckets, categories, ...amountsOf(rows, buckets, measure, statistic) };
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

/** Two things may have one name: then the ends of their ids are added. */
function apart<Group extends { name: string; tail: string }>(groups: readonly Group[]): Group[] {
  const times = new Map<string, number>();
  for (const { name } of groups) times.set(name, (times.get(name) ?? 0) + 1);
  return groups.map((group) =>
    (times.get(group.name) ?? 0) > 1 ? { ...group, name: `${group.name} (${group.tail})` } : group,
  );
}

import { stepText } from '../bars/bar-steps';
import type { Series } from '../series';

type Cut = Pick<Series, 'buckets' | 'span'>;

/** Whether the range includes only a part of a bucket. */
export const isCut = ({ buckets, span }: Cut, bucket: number): boolean => {
  const { from = span.from, to = span.to } = buckets[bucket] ?? {};
  return from < span.from || to > span.to;
};

/** The buckets of which the range includes only a part: the first, the last, both or none. */
export const cutBuckets = (series: Cut): number[] =>
  [...new Set([0, series.buckets.length - 1])].filter(
    (bucket) => series.buckets[bucket] && isCut(series, bucket),
  );

/** Explains the hatching of a chart; undefined where nothing is hatched. */
export function cutText(series: Cut & Pick<Series, 'step'>): string | undefined {
  const cut = cutBuckets(series);
  const [bucket] = cut;
  if (bucket === undefined) return undefined;
  const isOnly = series.buckets.length === 1;
  const which = isOnly
    ? 'the'
    : cut.length === 2
      ? 'the first and the last'
      : bucket === 0
        ? 'the first'
        : 'the last';
  const what = series.step.count === 1 ? stepText(series.step) : 'bar';
  return `Hatched: the range includes only part of ${which} ${what}.`;
}

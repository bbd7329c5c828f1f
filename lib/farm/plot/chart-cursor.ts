import type { Span } from '@/lib/time/range';

/** What the pointer or the keys are at in a chart. */
export type ChartCursor = {
  /** Index of a bucket. */
  bucket: number;
  /** The bucket where a selection starts; undefined without a selection. */
  anchor?: number;
  /** Index of a category; undefined for all of them together. */
  category?: number;
};

const PAGE = 10;

/** Where a key moves from a cursor; undefined for keys that don't. `categories` are those of the cursor's bucket, in order. */
export function movedCursor(
  cursor: ChartCursor,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  bucketCount: number,
  categories: readonly number[],
): ChartCursor | undefined {
  const { bucket, anchor = bucket, category } = cursor;
  const to = {
    ArrowLeft: bucket - 1,
    ArrowRight: bucket + 1,
    PageUp: bucket - PAGE,
    PageDown: bucket + PAGE,
    Home: 0,
    End: bucketCount - 1,
  }[key];
  if (to !== undefined) {
    const next = Math.max(0, Math.min(bucketCount - 1, to));
    return shiftKey
      ? { bucket: next, anchor }
      : { bucket: next, ...(category !== undefined && { category }) };
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  // One place more than categories: that of all together.
  const places = [undefined, ...categories];
  const at = Math.max(0, places.indexOf(category)) + (key === 'ArrowDown' ? 1 : places.length - 1);
  const chosen = places[at % places.length];
  return { bucket, ...(chosen !== undefined && { category: chosen }) };
}

/** The first and the last bucket of a selection; undefined without one. */
export function selectedBuckets({ bucket, anchor }: ChartCursor): [first: number, last: number] | undefined {
  return anchor === undefined ? undefined : [Math.min(anchor, bucket), Math.max(anchor, bucket)];
}

/** The part of the range that some buckets cover. */
export function shownSpan(
  { buckets, span }: { buckets: readonly Span[]; span: Span },
  [first, last]: [first: number, last: number],
): Span {
  const { from = span.from } = buckets[first] ?? {};
  const { to = span.to } = buckets[last] ?? {};
  return { from: Math.max(span.from, from), to: Math.min(span.to, to) };
}

/** The time of the bucket at a cursor, or of all selected ones. */
export function pointedSpan({ buckets }: { buckets: readonly Span[] }, cursor: ChartCursor): Span {
  const [first, last] = selectedBuckets(cursor) ?? [cursor.bucket, cursor.bucket];
  return { from: buckets[first]?.from ?? 0, to: buckets[last]?.to ?? 0 };
}

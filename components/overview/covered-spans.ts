import type { Span } from '@/lib/time/range';

/** Merges adjacent profiles of equal length into gapless spans, oldest first, clipped to the span. */
export function coveredSpans(starts: readonly number[], length: number, span: Span): Span[] {
  const spans: Span[] = [];
  for (const start of starts.toSorted((a, b) => a - b)) {
    const [from, to] = [Math.max(start, span.from), Math.min(start + length, span.to)];
    if (to <= from) continue;
    const last = spans.at(-1);
    if (last && from <= last.to) last.to = to;
    else spans.push({ from, to });
  }
  return spans;
}

export const isCovered = (covered: readonly Span[], at: number): boolean =>
  covered.some(({ from, to }) => at >= from && at < to);

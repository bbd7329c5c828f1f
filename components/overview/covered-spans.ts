import type { Span } from '@/lib/time/range';

/** Profiles of one length as the coveredSpans that they cover without a hole, oldest first, cut to the span. */
export function coveredSpans(starts: readonly number[], length: number, span: Span): Span[] {
  const joined: Span[] = [];
  for (const start of starts.toSorted((a, b) => a - b)) {
    const [from, to] = [Math.max(start, span.from), Math.min(start + length, span.to)];
    if (to <= from) continue;
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = to;
    else joined.push({ from, to });
  }
  return joined;
}

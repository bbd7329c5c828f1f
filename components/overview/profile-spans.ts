import { DAY, HOUR } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

/** The aggregated profiles that a lane over a span lists: AWS keeps 5-minute ones 15 days, hours 60 days. */
export function lanePeriod({ from, to }: Span, now: number): 'PT5M' | 'PT1H' | 'P1D' {
  const [length, age] = [to - from, now - from];
  if (length <= 12 * HOUR && age <= 15 * DAY) return 'PT5M';
  return length <= 15 * DAY && age <= 60 * DAY ? 'PT1H' : 'P1D';
}

/** Profiles of one length as the stretches that they cover without a hole, oldest first, cut to the span. */
export function stretches(starts: readonly number[], length: number, span: Span): Span[] {
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

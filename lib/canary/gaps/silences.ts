import { mergeSpans } from '@/lib/time/merge-spans';
import type { Gap } from './gap';

/** Gaps of all browsers and locations, newest first: those that overlap or touch as one, with the sum of their missing runs. */
export function silencesOf(gaps: readonly Gap[]): Gap[] {
  const merged = mergeSpans(gaps).map((span): Gap => ({ ...span, missed: 0 }));
  let at = 0;
  for (const gap of gaps.toSorted((a, b) => a.from - b.from)) {
    while (gap.from > (merged[at]?.to ?? Number.POSITIVE_INFINITY)) at += 1;
    const silence = merged[at];
    if (silence) silence.missed += gap.missed;
  }
  return merged.reverse();
}

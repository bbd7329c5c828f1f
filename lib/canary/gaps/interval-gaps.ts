import type { Span } from '@/lib/time/range';
import type { Gap } from './gap';

/** `count` runs were due every interval from `first` on; `next` is when one started, or the end. */
type Stretch = { first: number; count: number; everyMs: number; next: number };

/** The parts of a period in which runs of a rate() are missing, by the ascending starts of its runs. */
export function missingByInterval(
  starts: readonly number[],
  period: Span,
  everyMs: number,
  known: Span,
): Gap[] {
  const found: Stretch[] = [];
  const add = (previous: number, next: number, count: number) => {
    if (count > 0) found.push({ first: previous + everyMs, count, everyMs, next });
  };
  const inside = starts.filter((start) => start >= period.from && start < period.to);
  let previous = assumedPrevious(inside[0], period.from, everyMs, known.from);
  for (const next of inside) {
    add(previous, next, Math.round((next - previous) / everyMs) - 1);
    previous = next;
  }
  add(previous, period.to, Math.floor((period.to - previous) / everyMs - 0.5));
  return found.flatMap((stretch) => clip(stretch, known));
}

/** The start of the count: a run, the schedule's start, or half an interval back if its phase is unknown. */
function assumedPrevious(
  first: number | undefined,
  start: number,
  everyMs: number,
  knownFrom: number,
): number {
  if (first !== undefined && first <= knownFrom) return first;
  return start >= knownFrom ? start : knownFrom - everyMs / 2;
}

function clip({ first, count, everyMs, next }: Stretch, { from, to }: Span): Gap[] {
  const skipped = Math.max(0, Math.ceil((from - first) / everyMs));
  const missed = Math.min(count, Math.ceil((to - first) / everyMs)) - skipped;
  return missed > 0 ? [{ from: first + skipped * everyMs, to: Math.min(next, to), missed }] : [];
}

import { MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { type Cron, cronTimes } from '../cron';
import type { Gap } from './gap';

/** A run may start this much before it was due, because clocks differ. */
const EARLY_MS = 30_000;

/** The newest run is missing this long after it was due, but as soon as the next one is due. */
const MAX_LATE_MS = 5 * MINUTE;

/**
 * The parts of a period in which runs of a cron() are missing, by the ascending starts of its runs. A run belongs to the newest time at
 * which one was due.
 */
export function missingByCron(starts: readonly number[], cron: Cron, period: Span, known: Span): Gap[] {
  const from = Math.max(period.from, known.from);
  const to = Math.min(period.to, known.to);
  const due = [...cronTimes(cron, { from, to: period.to })];
  const found: Gap[] = [];
  let next = 0;
  for (const [i, time] of due.entries()) {
    if (time >= to) break;
    const following = due[i + 1];
    while (next < starts.length && (starts[next] ?? 0) < time - EARLY_MS) next += 1;
    const start = starts[next] ?? Number.POSITIVE_INFINITY;
    if (start < (following ?? Number.POSITIVE_INFINITY) - EARLY_MS) continue;
    if (following === undefined && period.to < time + MAX_LATE_MS) continue;
    const last = found.at(-1);
    const end = Math.min(start, to);
    if (last && last.to === end) last.missed += 1;
    else found.push({ from: time, to: end, missed: 1 });
  }
  return found;
}

import type { Span } from '@/lib/time/range';
import type { ScheduledRun } from '../attempts';
import { byVariant } from '../health/variants';

/**
 * The times in which a canary failed, oldest first: from the first failed run of a location and browser to its next run that didn't
 * fail, or to `end` (epoch milliseconds) if there is none. Times of different locations and browsers that overlap are one band.
 */
export function outageBands(newestFirst: readonly ScheduledRun[], end: number): Span[] {
  const bands = [...byVariant(newestFirst).values()].flatMap((runs) => bandsOf(runs, end));
  bands.sort((a, b) => a.from - b.from);
  const joined: Span[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    if (last && band.from <= last.to) last.to = Math.max(last.to, band.to);
    else joined.push({ ...band });
  }
  return joined;
}

/** Running runs neither end nor begin a band. */
function bandsOf(newestFirst: readonly ScheduledRun[], end: number): Span[] {
  const bands: Span[] = [];
  let from: number | undefined;
  for (const { outcome, started } of newestFirst.toReversed()) {
    if (outcome === 'failed') from ??= started;
    else if (outcome !== 'running' && from !== undefined) {
      bands.push({ from, to: started });
      from = undefined;
    }
  }
  if (from !== undefined) bands.push({ from, to: Math.max(from, end) });
  return bands;
}

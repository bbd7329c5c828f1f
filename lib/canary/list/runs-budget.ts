import type { Span } from '@/lib/time/range';
import { retainedFrom } from '../availability';
import { shortestInterval } from '../next-run';
import type { Canary } from '../run';

/** Maximum number of pages of runs that the figures of a whole list may take to read, by the schedules of its canaries. */
const MAX_PAGES = 5000;
const RUNS_PER_PAGE = 100;

/** The canaries whose runs of a range can be read for a list: in their order, without those that take more pages than are left. */
export function readableCanaries<Listed extends Canary>(
  canaries: readonly Listed[],
  { span, now }: { span: Span; now: number },
  maxPages = MAX_PAGES,
): Listed[] {
  let left = maxPages;
  return canaries.filter((canary) => {
    const pages = pagesOf(canary, span, now);
    if (pages > left) return false;
    left -= pages;
    return true;
  });
}

/** Pages back from the newest run to the start of the range. */
function pagesOf(canary: Canary, span: Span, now: number): number {
  const everyMs = shortestInterval(canary, span.from);
  if (everyMs === undefined) return 1;
  const from = Math.max(span.from, retainedFrom(canary, now), canary.created ?? Number.NEGATIVE_INFINITY);
  const variants =
    Math.max(1, canary.browserTypes?.length ?? 0) * (1 + (canary.locations?.replicas.length ?? 0));
  return Math.max(1, Math.ceil((variants * Math.max(0, now - from)) / everyMs / RUNS_PER_PAGE));
}

import type { Span } from '@/lib/time/range';
import { retainedFrom } from '../availability';
import { shortestInterval } from '../next-run';
import type { Canary } from '../run';

/** Maximum number of pages of runs that the figures of a whole list may take to read, by the schedules of its canaries. */
const MAX_PAGES = 5000;
const RUNS_PER_PAGE = 100;

/** The first canaries whose runs of a range can be read for a list. */
export function readableCanaries<Listed extends Canary>(
  canaries: readonly Listed[],
  { span, now }: { span: Span; now: number },
  maxPages = MAX_PAGES,
): Listed[] {
  let pages = 0;
  const end = canaries.findIndex((canary) => {
    pages += pagesOf(canary, span, now);
    return pages > maxPages;
  });
  return end === -1 ? [...canaries] : canaries.slice(0, end);
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

import type { Span } from '@/lib/time/range';
import { AGGREGATIONS, type Aggregation, isKept, WINDOW, windowOf } from './aggregation';

/** The time of one aggregated profile. */
export type Block = { aggregation: Aggregation; start: number };

/**
 * The coarsest aggregated profiles that lie wholly inside a span and have not expired, oldest first. One that
 * is still running lies inside when what was posted until now (`postedUntil`) does. They touch each other.
 */
export function coarsestCover(span: Span, now: number, postedUntil: number): Block[] {
  const lies = ({ aggregation, start }: Block) => {
    const end = start + aggregation.length;
    return isKept(aggregation, start, now) && (end <= span.to || (end > now && postedUntil <= span.to));
  };
  const blocks: Block[] = [];
  let start = windowOf(span.from + WINDOW - 1);
  while (start < span.to && start <= now) {
    const found = AGGREGATIONS.filter(({ length }) => start % length === 0)
      .map((aggregation) => ({ aggregation, start }))
      .find(lies);
    if (found) blocks.push(found);
    start += found?.aggregation.length ?? WINDOW;
  }
  return blocks;
}

export const endOf = ({ aggregation, start }: Block) => start + aggregation.length;

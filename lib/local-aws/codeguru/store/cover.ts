import type { Span } from '@/lib/time/range';
import { AGGREGATIONS, type Aggregation, isRetained, WINDOW, windowOf } from './aggregation';

/** The window of one aggregated profile. */
export type Block = { aggregation: Aggregation; start: number };

/**
 * The coarsest aggregated profiles that lie completely inside a span and have not expired, oldest first, without gaps other
 * than expired ones. One that has not ended is inside when everything posted so far (`postedUntil`) is.
 */
export function coarsestCover(span: Span, now: number, postedUntil: number): Block[] {
  const isInside = ({ aggregation, start }: Block) => {
    const end = start + aggregation.length;
    return isRetained(aggregation, start, now) && (end <= span.to || (end > now && postedUntil <= span.to));
  };
  const blocks: Block[] = [];
  let start = windowOf(span.from + WINDOW - 1);
  while (start < span.to && start <= now) {
    const found = AGGREGATIONS.filter(({ length }) => start % length === 0)
      .map((aggregation) => ({ aggregation, start }))
      .find(isInside);
    if (found) blocks.push(found);
    start += found?.aggregation.length ?? WINDOW;
  }
  return blocks;
}

export const endOf = ({ aggregation, start }: Block) => start + aggregation.length;

import type { CallTree } from '../../tree/call-tree';
import { MAX_NARROW } from '../../tree/sample-column';
import { MAX_SAMPLES } from './post-limits';

/**
 * The power of ten that makes the smallest count at least one, and at least ten as long as all samples fit in narrow columns; 1 when it
 * already is. Counts that are too small to be stored next to the largest ones, such as rounding errors, don't matter.
 */
export function finerBy({ self, total }: CallTree): number {
  const all = total.reduce((sum, column) => sum + (column[0] ?? 0), 0);
  const negligible = all / MAX_SAMPLES;
  let smallest = Infinity;
  for (const column of self) {
    for (const samples of column) if (samples > negligible && samples < smallest) smallest = samples;
  }
  if (smallest >= 1) return 1;
  const forOne = Math.ceil(-Math.log10(smallest));
  const forTen = 1 - Math.floor(Math.log10(smallest));
  return (
    10 **
    Math.max(0, Math.min(forOne, fitting(MAX_SAMPLES / all)), Math.min(forTen, fitting(MAX_NARROW / all)))
  );
}

/** Largest exponent of ten that doesn't exceed a ratio. */
const fitting = (ratio: number) => Math.floor(Math.log10(ratio));

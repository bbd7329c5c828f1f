/**
 * Samples by node, or by function: in half the bytes where all are whole numbers below 2^32. What belongs to a tree is not
 * written to any more, since trees share their columns.
 */
export type SampleColumn = Uint32Array | Float64Array;

/** Node → samples summed over the visible thread states. */
export type NodeSamples = { self: SampleColumn; total: SampleColumn };

/** The most samples that a narrow column holds. */
export const MAX_NARROW = 2 ** 32 - 1;

/** The column with other samples in one place; a wide copy of it where they don't fit. */
export function withSamples(column: SampleColumn, at: number, samples: number): SampleColumn {
  column[at] = samples;
  if (column[at] === samples) return column;
  const wide = new Float64Array(column);
  wide[at] = samples;
  return wide;
}

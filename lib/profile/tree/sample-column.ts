/**
 * Samples by node or by function, in half the bytes where all are integers below 2^32. The columns of a finished tree are
 * immutable, because trees share them.
 */
export type SampleColumn = Uint32Array | Float64Array;

/** Node → samples summed over the visible thread states. */
export type NodeSamples = { self: SampleColumn; total: SampleColumn };

/** Maximum value in a narrow column. */
export const MAX_NARROW = 2 ** 32 - 1;

/** Sets one value and returns the column, or a wide copy where the value doesn't fit. */
export function withSamples(column: SampleColumn, at: number, samples: number): SampleColumn {
  column[at] = samples;
  if (column[at] === samples) return column;
  const wide = new Float64Array(column);
  wide[at] = samples;
  return wide;
}

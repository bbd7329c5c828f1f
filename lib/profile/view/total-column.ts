/** Node → total samples; or, where all samples are whole numbers, those of callees that were left out, which are shorter. */
export type TotalColumn = { totals: number[] } | { leftOut: number[] };

type Columns = { self: ArrayLike<number>; parent: ArrayLike<number> };

/** Both kinds of a column are exact: fractions would not survive the sums. */
export function packTotals(total: ArrayLike<number>, { self, parent }: Columns): TotalColumn {
  const totals = Array.from(total);
  if (!totals.every(Number.isSafeInteger) || !Array.from(self).every(Number.isSafeInteger)) return { totals };
  const leftOut = totals.map((samples, node) => samples - (self[node] ?? 0));
  for (let node = 1; node < totals.length; node++) {
    const above = parent[node] ?? 0;
    leftOut[above] = (leftOut[above] ?? 0) - (totals[node] ?? 0);
  }
  return { leftOut };
}

/** Inverse of `packTotals`. Nodes are in depth-first order, so that backwards all callees come before their caller. */
export function unpackTotals(column: TotalColumn, { self, parent }: Columns): Float64Array {
  if ('totals' in column) return new Float64Array(column.totals);
  const totals = new Float64Array(column.leftOut);
  for (let node = 0; node < totals.length; node++) totals[node] = (totals[node] ?? 0) + (self[node] ?? 0);
  for (let node = totals.length - 1; node > 0; node--) {
    const above = parent[node] ?? 0;
    totals[above] = (totals[above] ?? 0) + (totals[node] ?? 0);
  }
  return totals;
}

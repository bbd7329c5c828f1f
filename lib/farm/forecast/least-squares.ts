/** A linear model fitted to observations. */
export type Fit = {
  coefficients: number[];
  /** Estimated variance of an observation around the model. */
  variance: number;
  /** Inverse of XᵀX, for the variance of predictions. */
  inverse: number[][];
};

/**
 * Least squares: coefficients that minimize the squared distance of `rows · coefficients` from `values`, each with its weight
 * (https://www.itl.nist.gov/div898/handbook/pmd/section4/pmd431.htm). Undefined when the rows don't determine them, or leave no
 * degree of freedom for the variance, which is that of all values alike.
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  weights?: readonly number[],
): Fit | undefined {
  const size = rows[0]?.length ?? 0;
  if (size === 0 || rows.length <= size) return undefined;
  const products = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const moments = new Array<number>(size).fill(0);
  for (const [at, row] of rows.entries()) {
    const weight = weights?.[at] ?? 1;
    for (let i = 0; i < size; i++) {
      const weighted = weight * (row[i] ?? 0);
      if (weighted === 0) continue;
      moments[i] = (moments[i] ?? 0) + weighted * (values[at] ?? 0);
      const line = products[i] ?? [];
      for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + weighted * (row[j] ?? 0);
    }
  }
  const inverse = inverted(products);
  if (!inverse) return undefined;
  const coefficients = inverse.map((each) => dot(each, moments));
  const squares = rows.reduce((sum, row, at) => sum + ((values[at] ?? 0) - dot(row, coefficients)) ** 2, 0);
  return { coefficients, variance: squares / (rows.length - size), inverse };
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** Smaller pivots come from rows that depend on each other. */
const MIN_PIVOT = 1e-9;

/** The inverse of a matrix by Gauss–Jordan elimination with partial pivoting; undefined when it has none. */
function inverted(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    const below = work.map((row, i) => (i < column ? -1 : Math.abs(row[column] ?? 0)));
    const pivotRow = below.indexOf(Math.max(...below));
    const pivot = work[pivotRow]?.[column] ?? 0;
    if (Math.abs(pivot) < MIN_PIVOT) return undefined;
    const scaled = (work[pivotRow] ?? []).map((value) => value / pivot);
    work[pivotRow] = work[column] ?? [];
    work[column] = scaled;
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const factor = work[i]?.[column] ?? 0;
      work[i] = (work[i] ?? []).map((value, j) => value - factor * (scaled[j] ?? 0));
    }
  }
  return work.map((row) => row.slice(size));
}

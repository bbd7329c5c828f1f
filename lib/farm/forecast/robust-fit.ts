import { median, NORMAL_MAD } from '../median';
import { dot, type Fit, leastSquares } from './least-squares';

/** Huber's constant: 95 % as efficient as least squares for normal errors. */
const HUBER = 1.345;
const MAX_ROUNDS = 10;
/** Weights that change less are final. */
const MIN_CHANGE = 0.01;

/**
 * Fits like least squares, but observations far from the others count less, so that one extraordinary week doesn't bend the model:
 * reweighted least squares with Huber's weights (https://www.itl.nist.gov/div898/software/dataplot/refman1/auxillar/huber.htm). The
 * variance is that of all observations, the extraordinary ones included.
 */
export function robustFit(rows: readonly (readonly number[])[], values: readonly number[]): Fit | undefined {
  let fit = leastSquares(rows, values);
  let weights = values.map(() => 1);
  for (let round = 0; fit && round < MAX_ROUNDS; round++) {
    const { coefficients } = fit;
    const errors = values.map((value, at) => Math.abs(value - dot(rows[at] ?? [], coefficients)));
    const limit = (HUBER * median(errors)) / NORMAL_MAD;
    const next = errors.map((error) => (error <= limit ? 1 : limit / error));
    if (next.every((weight, at) => Math.abs(weight - (weights[at] ?? 0)) < MIN_CHANGE)) break;
    weights = next;
    fit = leastSquares(rows, values, weights) ?? fit;
  }
  return fit;
}

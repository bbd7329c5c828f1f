/** Sums of a series, from which the least-squares fit of two levels to any part of it follows. */
export class TwoLevels {
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;

  constructor(values: readonly number[]) {
    this.#sums = new Float64Array(values.length + 1);
    this.#squares = new Float64Array(values.length + 1);
    for (const [i, value] of values.entries()) {
      this.#sums[i + 1] = (this.#sums[i] ?? 0) + value;
      this.#squares[i + 1] = (this.#squares[i] ?? 0) + value * value;
    }
  }

  /**
   * Start of the second level in [from, to) with the least squared error; undefined for less than two values. A split into m and
   * n values reduces the error by m · n / (m + n) times the squared difference of their means.
   */
  bestSplit(from: number, to: number): number | undefined {
    let best: number | undefined;
    let most = -1;
    for (let split = from + 1; split < to; split++) {
      const { before, after } = this.shift(from, split, to);
      const reduction = (((split - from) * (to - split)) / (to - from)) * (after - before) ** 2;
      if (reduction <= most) continue;
      most = reduction;
      best = split;
    }
    return best;
  }

  /** The means of both levels. */
  shift(from: number, split: number, to: number): { before: number; after: number } {
    return { before: this.#mean(from, split), after: this.#mean(split, to) };
  }

  /** Standard deviation of the values from their level. */
  deviation(from: number, split: number, to: number): number {
    const error = this.#error(from, split) + this.#error(split, to);
    return Math.sqrt(Math.max(0, error) / Math.max(1, to - from - 2));
  }

  #mean(from: number, to: number): number {
    return this.#sum(this.#sums, from, to) / Math.max(1, to - from);
  }

  /** Squared error of a part from its mean. */
  #error(from: number, to: number): number {
    return this.#sum(this.#squares, from, to) - this.#mean(from, to) ** 2 * (to - from);
  }

  #sum(sums: Float64Array, from: number, to: number): number {
    return (sums[to] ?? 0) - (sums[from] ?? 0);
  }
}

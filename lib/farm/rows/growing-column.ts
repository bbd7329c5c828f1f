/** A column of numbers that grows, without copying all of it for each row. */
export class GrowingColumn {
  #values = new Float64Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The rows so far. A later row may move the column, so read it again after adding. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }

  /** The value of a row; NaN beyond the last. */
  at(row: number): number {
    return row < this.#length ? (this.#values[row] ?? Number.NaN) : Number.NaN;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = new Float64Array(2 * this.#length);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }

  set(row: number, value: number): void {
    this.#values[row] = value;
  }
}

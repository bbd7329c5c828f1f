/** The usual share of a frame: those of earlier hours, kept sorted so that a median costs nothing. */
export class UsualShare {
  readonly #sorted: number[] = [];

  get count(): number {
    return this.#sorted.length;
  }

  get median(): number {
    return middleOf(this.#sorted);
  }

  /** The median absolute deviation from the median. */
  get spread(): number {
    const { median } = this;
    return medianOf(this.#sorted.map((share) => Math.abs(share - median)));
  }

  add(share: number): void {
    this.#sorted.splice(this.#placeOf(share), 0, share);
  }

  /** Takes back a share that was added. */
  remove(share: number): void {
    const place = this.#placeOf(share);
    if (this.#sorted[place] === share) this.#sorted.splice(place, 1);
  }

  /** Place of the first share that isn't smaller. */
  #placeOf(share: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? 0) < share) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The median of values in any order. */
export const medianOf = (values: readonly number[]): number => middleOf(values.toSorted((a, b) => a - b));

function middleOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

import type { Random } from '../random';

/** Draws indexes by weight in constant time (Walker's alias method). */
export class AliasTable {
  readonly #probability: Float64Array;
  readonly #alias: Uint32Array;

  constructor(weights: readonly number[]) {
    const size = weights.length;
    const sum = weights.reduce((a, b) => a + b, 0);
    const scaled = weights.map((weight) => (weight * size) / sum);
    this.#probability = new Float64Array(size).fill(1);
    this.#alias = Uint32Array.from(scaled, (_, i) => i);
    const small = scaled.flatMap((weight, i) => (weight < 1 ? [i] : []));
    const large = scaled.flatMap((weight, i) => (weight < 1 ? [] : [i]));
    for (let low = small.pop(); low !== undefined; low = small.pop()) {
      const high = large.at(-1);
      if (high === undefined) break;
      this.#probability[low] = scaled[low] ?? 0;
      this.#alias[low] = high;
      const rest = (scaled[high] ?? 0) - (1 - (scaled[low] ?? 0));
      scaled[high] = rest;
      if (rest < 1) {
        large.pop();
        small.push(high);
      }
    }
  }

  draw(random: Random): number {
    const index = random.below(this.#probability.length);
    return random.next() < (this.#probability[index] ?? 1) ? index : (this.#alias[index] ?? index);
  }
}

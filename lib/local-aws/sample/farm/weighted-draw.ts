import type { Random } from '../random';

/** Draws one of the items with a probability proportional to its weight. */
export type Draw<T> = (random: Random) => T;

/** At least one item must have a weight above zero. */
export function weightedDraw<T>(items: readonly T[], weightOf: (item: T) => number): Draw<T> {
  const cumulative: number[] = [];
  let total = 0;
  for (const item of items) {
    total += weightOf(item);
    cumulative.push(total);
  }
  return (random) => {
    const drawn = random.next() * total;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (drawn < (cumulative[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    const item = items[low];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  };
}

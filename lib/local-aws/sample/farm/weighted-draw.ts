import type { Random } from '../random';

/** Draws one of the items, each as likely as its weight among all. */
export type Draw<T> = (random: Random) => T;

/** There must be an item of a weight above zero. */
export function weightedDraw<T>(items: readonly T[], weightOf: (item: T) => number): Draw<T> {
  const upTo: number[] = [];
  let total = 0;
  for (const item of items) {
    total += weightOf(item);
    upTo.push(total);
  }
  return (random) => {
    const drawn = random.next() * total;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (drawn < (upTo[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    const item = items[low];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  };
}

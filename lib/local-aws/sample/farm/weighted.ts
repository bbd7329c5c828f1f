import type { Random } from '../random';

/** One of the items, each as likely as its weight among all. There must be at least one. */
export function pickWeighted<T>(random: Random, items: readonly T[], weightOf: (item: T) => number): T {
  let rest = random.next() * items.reduce((sum, item) => sum + weightOf(item), 0);
  for (const item of items) {
    rest -= weightOf(item);
    if (rest < 0) return item;
  }
  return random.pick(items);
}

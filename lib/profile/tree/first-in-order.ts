import TinyQueue from 'tinyqueue';

/** The first `count` items in the order of `compare`, without sorting the rest. */
export function firstInOrder<Item>(
  list: readonly Item[],
  count: number,
  compare: (a: Item, b: Item) => number,
): Item[] {
  const kept = new TinyQueue<Item>([], (a, b) => compare(b, a));
  for (const item of list) {
    const last = kept.length < count ? undefined : kept.peek();
    if (last !== undefined && compare(item, last) < 0) kept.pop();
    if (kept.length < count) kept.push(item);
  }
  return kept.data.sort(compare);
}

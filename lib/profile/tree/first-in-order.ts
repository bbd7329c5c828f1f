import TinyQueue from 'tinyqueue';

/** Of a list the first `most` in the order of `compare`, in that order, without sorting the others. */
export function firstInOrder<Item>(
  list: readonly Item[],
  most: number,
  compare: (a: Item, b: Item) => number,
): Item[] {
  const kept = new TinyQueue<Item>([], (a, b) => compare(b, a));
  for (const item of list) {
    const last = kept.length < most ? undefined : kept.peek();
    if (last !== undefined && compare(item, last) < 0) kept.pop();
    if (kept.length < most) kept.push(item);
  }
  return kept.data.sort(compare);
}

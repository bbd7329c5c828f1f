/** The results of `work` on each item, in their order, while up to `most` of them are under way. */
export async function* mapAhead<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  let next = 0;
  try {
    for (;;) {
      while (underWay.length < most && next < items.length) underWay.push(work(items[next++] as Item));
      const first = underWay.shift();
      if (!first) return;
      yield await first;
    }
  } finally {
    await Promise.allSettled(underWay);
  }
}

/** The results of `work` on each item, in order, while up to `maxPending` of them run ahead. */
export async function* mapAhead<Item, Result>(
  items: readonly Item[],
  maxPending: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = [];
  let next = 0;
  try {
    for (;;) {
      while (pending.length < maxPending && next < items.length) pending.push(work(items[next++] as Item));
      const first = pending.shift();
      if (!first) return;
      yield await first;
    }
  } finally {
    await Promise.allSettled(pending);
  }
}

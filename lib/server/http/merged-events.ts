/** The events of several sources in the order in which they come. It ends when all have ended, and ends them when it is left. */
export async function* mergedEvents<Event>(sources: readonly AsyncGenerator<Event>[]): AsyncGenerator<Event> {
  const next = (source: AsyncGenerator<Event>) => source.next().then((result) => ({ source, result }));
  const waiting = new Map(sources.map((source) => [source, next(source)]));
  try {
    while (waiting.size > 0) {
      const { source, result } = await Promise.race(waiting.values());
      if (result.done) {
        waiting.delete(source);
        continue;
      }
      waiting.set(source, next(source));
      yield result.value;
    }
  } finally {
    for (const source of waiting.keys()) void source.return(undefined).catch(() => undefined);
  }
}

/** The most frequent of some texts, the first of those that are equally frequent; undefined without any. */
export function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best: string | undefined;
  for (const [text, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = text;
  return best;
}

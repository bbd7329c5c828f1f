type Parser = { parse(text: string): unknown };

/** A parameter of a link that is invalid, and a sentence about what is shown instead. */
export type InvalidParam<Key extends string> = { key: Key; sentence: string };

/** The parameters of a URL that their parsers refuse, each with its sentence. */
export function invalidParams<Key extends string>(
  search: { get(key: string): string | null },
  parsers: Record<Key, Parser>,
  sentences: Partial<Record<NoInfer<Key>, string>>,
): InvalidParam<Key>[] {
  return (Object.entries(sentences) as [Key, string][])
    .filter(([key]) => {
      const text = search.get(key);
      return text !== null && parsers[key].parse(text) === null;
    })
    .map(([key, sentence]) => ({ key, sentence }));
}

/** Texts in one, which JSON reads many times faster than each by itself; as a list if one of them is missing or has a line end. */
export type JoinedTexts = string | (string | null)[];

/** Writes at least one text. */
export function joinTexts(texts: readonly (string | undefined)[]): JoinedTexts {
  const isPlain = texts.length > 0 && texts.every((text) => text !== undefined && !text.includes('\n'));
  return isPlain ? texts.join('\n') : texts.map((text) => text ?? null);
}

/** Reads texts that `joinTexts` wrote. */
export const splitTexts = (joined: JoinedTexts): readonly (string | null)[] =>
  typeof joined === 'string' ? joined.split('\n') : joined;

/** The start that all texts share; undefined ones count for nothing. */
export function sharedStart(texts: readonly (string | undefined)[]): string {
  let start: string | undefined;
  for (const text of texts) {
    if (text === undefined) continue;
    start ??= text;
    if (text.startsWith(start)) continue;
    let length = 0;
    while (length < start.length && start.charCodeAt(length) === text.charCodeAt(length)) length++;
    if (length < start.length) start = start.slice(0, length);
  }
  return start ?? '';
}

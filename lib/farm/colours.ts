/**
 * Colours of categories: mid tones after the colour-blind-safe palette of Okabe and Ito, with a contrast of at least 3:1 on
 * the light and the dark background. `Others` is a light grey, so that it stays in the background.
 */
export const CATEGORY_COLOURS = [
  '#2a7fc1',
  '#d1661a',
  '#1f9a78',
  '#b8629a',
  '#a8841a',
  '#7a6fd0',
  '#c4505a',
  '#3f96a8',
] as const;
export const OTHERS_COLOUR = 'light-dark(#b4bbc5, #565d69)';

/**
 * A colour for each name. The hash of a name chooses its colour, so that it has the same colour on every page, unless an
 * earlier name in the list has that colour: then the next free one.
 */
export function coloursOf(names: readonly string[]): string[] {
  const taken = new Set<number>();
  return names.map((name) => {
    if (taken.size === CATEGORY_COLOURS.length) taken.clear();
    let index = hash(name) % CATEGORY_COLOURS.length;
    while (taken.has(index)) index = (index + 1) % CATEGORY_COLOURS.length;
    taken.add(index);
    return CATEGORY_COLOURS[index] ?? OTHERS_COLOUR;
  });
}

/** FNV-1a over UTF-16 units, 32 bits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

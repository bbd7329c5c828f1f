/**
 * Colours of categories: mid tones after Okabe and Ito's set, which colour-blind eyes can tell apart, each at
 * least 3:1 on white and on the dark ground. `Others` has a grey of its own.
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
export const OTHERS_COLOUR = '#868e96';

/**
 * A colour for each name. A name asks for the place that its letters make, so it has the same colour on every
 * page; when an earlier one in the list has that place, it takes the next free one.
 */
export function coloursOf(names: readonly string[]): string[] {
  const taken = new Set<number>();
  return names.map((name) => {
    if (taken.size === CATEGORY_COLOURS.length) taken.clear();
    let place = hash(name) % CATEGORY_COLOURS.length;
    while (taken.has(place)) place = (place + 1) % CATEGORY_COLOURS.length;
    taken.add(place);
    return CATEGORY_COLOURS[place] ?? OTHERS_COLOUR;
  });
}

/** FNV-1a over UTF-16 units, 32 bits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Characters that fonts draw twice as wide as others: of East Asia, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3ffff}]/u;

/** The start of a text that `room` characters of usual width hold, with … where it is cut; '' where there is no room. */
export function fitText(text: string, room: number): string {
  let used = 0;
  let fitting = '';
  for (const character of text) {
    const width = WIDE.test(character) ? 2 : 1;
    if (used + width > room) return cut(fitting, used, room);
    used += width;
    fitting += character;
  }
  return fitting;
}

function cut(fitting: string, used: number, room: number): string {
  if (room < 2) return '';
  return `${used < Math.floor(room) ? fitting : [...fitting].slice(0, -1).join('')}…`;
}

/** About how many characters of usual width a text takes. */
export const textColumns = (text: string) =>
  [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);

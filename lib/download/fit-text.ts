/** Characters that fonts draw two columns wide: East Asian, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3ffff}]/u;

/** Truncates a text to a number of columns, with … at the end; '' when not even that fits. */
export function fitText(text: string, columns: number): string {
  let used = 0;
  let fitting = '';
  for (const character of text) {
    const width = WIDE.test(character) ? 2 : 1;
    if (used + width > columns) return cut(fitting, used, columns);
    used += width;
    fitting += character;
  }
  return fitting;
}

function cut(fitting: string, used: number, columns: number): string {
  if (columns < 2) return '';
  return `${used < Math.floor(columns) ? fitting : [...fitting].slice(0, -1).join('')}…`;
}

/** Approximate width of a text in columns. */
export const textColumns = (text: string) =>
  [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);

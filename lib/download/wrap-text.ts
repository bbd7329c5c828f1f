import { fitText, textColumns } from './fit-text';

/** Breaks a text into lines of a number of columns, between words; a longer word is cut. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textColumns(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(fitText(word, columns));
  }
  return lines;
}

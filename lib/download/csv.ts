/** A cell without a value, or with a number that isn't finite, is empty. */
export type CsvCell = string | number | undefined;

/** Spreadsheets run a text that begins like this as a formula. Some read the full-width signs as the usual ones. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;
/** A formula within a text: spreadsheets may split records at semicolons, tabs and line ends, even inside of quotes. */
const LATER_FORMULA = /([;\t\r\n])(?=[\s"]*[=+\-@＝＋－＠])/g;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** Further digits would only show the rounding errors of sums. */
const MAX_DIGITS = 15;

/**
 * A record of a CSV file as RFC 4180 has it, with its line end. Numbers have a decimal point and no unit. A text that a spreadsheet
 * would run as a formula begins with an apostrophe, and so does a part of a text that it could take for a cell.
 */
export const csvRecord = (cells: readonly CsvCell[]): string => `${cells.map(cellText).join()}\r\n`;

function cellText(cell: CsvCell): string {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? String(Number(cell.toPrecision(MAX_DIGITS))) : '';
  if (cell === undefined) return '';
  const text = `${FORMULA.test(cell) ? "'" : ''}${cell.replace(LATER_FORMULA, "$1'")}`;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is the range of ASCII
const ASCII = /^[\u0000-\u007f]*$/;

/** Without the mark, spreadsheets read letters beyond ASCII in another encoding. Files of ASCII alone don't need it. */
export const csvMark = (parts: readonly string[]): string =>
  parts.every((part) => ASCII.test(part)) ? '' : '\ufeff';

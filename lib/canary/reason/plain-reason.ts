// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with control characters
const ESCAPES = /[\u001b\u009b]\[?[0-?]*[ -/]*[@-~]|\u001b/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they end titles and links of terminals
const TITLES = /\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\|$)/g;
/** Marks that change the direction of the text around them. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it lists them, but tabs and line feeds
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A reason that is safe to show, and whether AWS sent more than that. */
export type PlainReason = { text: string; isCleaned: boolean };

/**
 * A run's reason without colours of terminals, other control characters, and marks that turn the direction of the text, which could
 * make it read differently than it is.
 */
export function plainReason(reason: string): PlainReason {
  const lines = reason.replace(/\r\n?/g, '\n');
  const text = lines
    .replace(TITLES, '')
    .replace(ESCAPES, '')
    .replace(DIRECTIONS, '')
    .replace(CONTROLS, '')
    .trim();
  return { text, isCleaned: text !== lines.trim() };
}

/** Maximum length of a reason in one line of a table or tooltip. */
const MAX_LINE_LENGTH = 300;

/** The start of a reason in one line; undefined if there is nothing to read in it. */
export function reasonLine(reason: string | undefined): string | undefined {
  const line = plainReason(reason?.slice(0, 4 * MAX_LINE_LENGTH) ?? '')
    .text.replace(/\s+/g, ' ')
    .trim();
  if (!line) return undefined;
  return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line;
}

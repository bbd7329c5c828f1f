/** What stands for a frame whose name is empty, and for the root where it has samples of its own. [?] */
const NAMELESS = '<nameless>';
export const ROOT_NAME = '<root>';

/** A frame's name in a format that allows any text. */
export const frameText = (name: string) => (name === '' ? NAMELESS : name);

/** What ends a line or moves a cursor: controls, the line and paragraph separators. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must go.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * A frame's name as a part of a folded stack: a semicolon becomes a colon, a run of control characters one
 * space, spaces at the ends go. [?] Spaces inside stay: readers split a line at its last one.
 */
export const foldedText = (name: string) =>
  frameText(name.replaceAll(';', ':').replace(CONTROLS, ' ').trim());

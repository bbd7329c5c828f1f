import { frameText } from '../../tree/frame-text';

/** Name of the root when it has self samples. */
export const ROOT_NAME = '<root>';

/** Control characters and Unicode line separators, which end a line or move a cursor. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * Frame name for a folded stack: semicolons become colons, each run of control characters becomes a space, and the ends are
 * trimmed. Inner spaces stay, since readers split a line at its last space.
 */
export const foldedText = (name: string) =>
  frameText(name.replaceAll(';', ':').replace(CONTROLS, ' ').trim());

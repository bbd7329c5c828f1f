import { isUtf8 } from 'node:buffer';

/** Text has no bytes below this except white space; a pprof profile is full of them. */
const FIRST_PRINTABLE = 0x20;
const WHITE_SPACE = new Set(['\t', '\n', '\r', '\f'].map((character) => character.charCodeAt(0)));
const INSPECTED_BYTES = 4096;

export function isText(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, INSPECTED_BYTES);
  return beginning.every((byte) => byte >= FIRST_PRINTABLE || WHITE_SPACE.has(byte)) && isUtf8(bytes);
}

/** First character that is neither white space nor a byte order mark. */
export const firstPrintable = (bytes: Uint8Array) =>
  String.fromCharCode(bytes.find((byte) => byte > FIRST_PRINTABLE && byte < 0x80) ?? 0);

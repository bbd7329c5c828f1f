import { isUtf8 } from 'node:buffer';

/** Text has no bytes below this except white space; a pprof profile is full of them. */
const FIRST_PRINTABLE = 0x20;
const WHITE_SPACE = new Set(['\t', '\n', '\r', '\f'].map((character) => character.charCodeAt(0)));
const INSPECTED_BYTES = 4096;
const LINE_BREAK = 0x0a;
/** Share of characters with a zero byte from which text without a byte order mark counts as UTF-16. */
const MIN_ZERO_SHARE = 0.8;

/** The text of a file as UTF-8, with a note when the file had another encoding. */
export type TextContent = { utf8: Uint8Array; notes: string[] };

/**
 * Returns a file's text, undefined when it is binary. UTF-16 (which PowerShell writes with `>`) is recognized by its byte order mark or
 * its zero bytes. Anything else that isn't UTF-8 is read as Windows-1252, which contains Latin-1.
 */
export function textContent(bytes: Uint8Array): TextContent | undefined {
  const wide = utf16Of(bytes);
  if (wide) return decoded(bytes, wide, []);
  const beginning = bytes.subarray(0, INSPECTED_BYTES);
  if (!beginning.every((byte) => byte >= FIRST_PRINTABLE || WHITE_SPACE.has(byte))) return undefined;
  if (isUtf8(bytes)) return { utf8: bytes, notes: [] };
  return decoded(bytes, 'windows-1252', [
    "It isn't UTF-8, so it was read as Windows-1252 (Latin-1): names with accents may be wrong.",
  ]);
}

/** First character that is neither white space nor a byte order mark. */
export const firstPrintable = (utf8: Uint8Array) =>
  String.fromCharCode(utf8.find((byte) => byte > FIRST_PRINTABLE && byte < 0x80) ?? 0);

/** The lines of UTF-8 text, trimmed, with their numbers. */
export function* linesOf(utf8: Uint8Array): Generator<{ line: string; number: number }> {
  const text = Buffer.from(utf8.buffer, utf8.byteOffset, utf8.length);
  let number = 0;
  for (let from = 0; from < text.length; ) {
    const at = text.indexOf(LINE_BREAK, from);
    const to = at < 0 ? text.length : at;
    number += 1;
    yield { line: text.toString('utf8', from, to).trim(), number };
    from = to + 1;
  }
}

function decoded(bytes: Uint8Array, encoding: string, notes: string[]): TextContent {
  return { utf8: Buffer.from(new TextDecoder(encoding).decode(bytes)), notes };
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, INSPECTED_BYTES);
  if (length < 2 || bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const isMany = (count = 0) => count >= (MIN_ZERO_SHARE * length) / 2;
  if (zeros[0] === 0 && isMany(zeros[1])) return 'utf-16le';
  return zeros[1] === 0 && isMany(zeros[0]) ? 'utf-16be' : undefined;
}

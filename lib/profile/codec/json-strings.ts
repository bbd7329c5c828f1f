import { UnreadableBytes } from '../tree/undecodable';
import { BACKSLASH, QUOTE } from './json-bytes';
import { hashByte, hashEnd, hashFour, NO_HASH, type TextTable, utf8Text, viewOf } from './text-table';

const FIRST_PRINTABLE = 0x20;

/** The string has escapes or is malformed. */
export const ESCAPED = -1;

/** Reads JSON strings (RFC 8259) as ids of `texts`. */
export class JsonStrings {
  readonly view: DataView;
  /** The position after the string read last, including its quotes. */
  end = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly texts: TextTable,
  ) {
    this.view = viewOf(bytes);
  }

  /** Reads the string with its opening quote at `at`, and returns its id. */
  read(at: number): number {
    const id = this.plain(at);
    return id === ESCAPED ? this.#escaped(at + 1) : id;
  }

  /**
   * Reads a string without escapes, or returns ESCAPED. Hashes four bytes at a time until one of them is a quote, a backslash or
   * a control character (https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord).
   */
  plain(from: number): number {
    const { view, bytes } = this;
    const start = from + 1;
    const last = bytes.length - 4;
    let at = start;
    let hash = NO_HASH;
    for (; at <= last; at += 4) {
      const four = view.getInt32(at, true);
      const quote = four ^ 0x22222222;
      const slash = four ^ 0x5c5c5c5c;
      const found =
        ((quote - 0x01010101) & ~quote) | ((slash - 0x01010101) & ~slash) | ((four - 0x20202020) & ~four);
      if ((found & 0x80808080) !== 0) break;
      hash = hashFour(hash, four);
    }
    for (let byte = bytes[at] ?? 0; byte !== QUOTE; byte = bytes[++at] ?? 0) {
      if (byte === BACKSLASH || byte < FIRST_PRINTABLE) return ESCAPED;
      hash = hashByte(hash, byte);
    }
    this.end = at + 1;
    return this.texts.id(bytes, view, start, at, hashEnd(hash, at - start));
  }

  /** Whether the string at `from` has no escapes and the given id. */
  is(known: number, from: number): boolean {
    const start = from + 1;
    const end = start + this.texts.lengthOf(known);
    if (this.bytes[end] !== QUOTE || !this.texts.equals(known, this.view, start, end)) return false;
    this.end = end + 1;
    return true;
  }

  /**
   * Unescapes a string, so that each text has one id however it is written. A lone surrogate, possible only as an escape, becomes
   * U+FFFD, because UTF-8 and Ion can't represent it.
   */
  #escaped(start: number): number {
    let at = start;
    for (let byte = this.bytes[at] ?? 0; byte !== QUOTE; byte = this.bytes[at] ?? 0) {
      if (byte < FIRST_PRINTABLE) throw notJson();
      at += byte === BACKSLASH ? 2 : 1;
    }
    this.end = at + 1;
    return this.texts.idOf(String(parsed(`"${utf8Text(this.bytes, start, at)}"`)));
  }
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw notJson();
  }
}

export const notJson = () => new UnreadableBytes('The profile is not JSON.');

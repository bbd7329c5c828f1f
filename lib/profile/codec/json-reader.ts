import { tooMany } from '../tree/undecodable';
import { CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, MINUS, NINE, QUOTE, ZERO } from './json-bytes';
import { JsonStrings, notJson, parsed } from './json-strings';
import { PlainJsonFrames } from './plain-json-frames';
import { TextTable, utf8Text } from './text-table';
import {
  END,
  type FrameSink,
  type Kind,
  LIST,
  MEMBER_NAMES,
  NULL,
  NUMBER,
  OBJECT,
  OTHER,
  TEXT,
  type ValueReader,
} from './value-reader';

/** Integers of up to 15 digits are exact as doubles. */
const MAX_EXACT_DIGITS = 15;

/** Value of `#inside` outside any container. */
const TOP = -1;

/** First byte of a value → its kind, or 0 if no value starts with it. */
const KINDS = new Uint8Array(256);
KINDS.set([OBJECT], '{'.charCodeAt(0));
KINDS.set([LIST], '['.charCodeAt(0));
KINDS.set([TEXT], QUOTE);
for (const byte of Buffer.from('-0123456789')) KINDS[byte] = NUMBER;
KINDS.set([NULL], 'n'.charCodeAt(0));
for (const byte of Buffer.from('tf')) KINDS[byte] = OTHER;

const LITERALS = ['null', 'true', 'false'].map((word) => Buffer.from(word));

/**
 * Reads JSON (RFC 8259) from UTF-8 bytes. Throws UnreadableBytes for malformed JSON, UndecodableProfile for more than
 * `maxValues` values.
 */
export class JsonReader implements ValueReader {
  field = 0;
  readonly #texts = new TextTable(MEMBER_NAMES);
  readonly #strings: JsonStrings;
  readonly #plain: PlainJsonFrames;
  #at = 0;
  #values = 0;
  /** The containers around the current one. */
  readonly #outer: number[] = [];
  #inside = TOP;
  /** Whether nothing of the current container was read yet. */
  #isFresh = true;
  /** Kind of the current value if it was not read yet, else END. */
  #pending: Kind = END;

  constructor(
    readonly bytes: Uint8Array,
    readonly maxValues: number,
  ) {
    this.#strings = new JsonStrings(bytes, this.#texts);
    this.#plain = new PlainJsonFrames(this.#strings);
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
  }

  textOf(id: number): string {
    return this.#texts.texts[id] ?? '';
  }

  progress(): number {
    return Math.max(this.#at, this.#plain.at) / this.bytes.length;
  }

  readPlainFrames(frames: FrameSink): number {
    if (this.#pending !== END) return 0;
    const nesting = this.#plain.read(frames, this.#at, this.#isFresh, this.maxValues - this.#values);
    for (let i = 0; i < nesting; i++) this.#outer.push(OBJECT);
    this.#at = this.#plain.at;
    this.#isFresh = this.#plain.isFresh;
    this.#values += this.#plain.values;
    return nesting;
  }

  next(): Kind {
    if (this.#pending !== END) this.#skip();
    let byte = this.#peek();
    if (this.#inside === TOP) {
      if (!this.#isFresh) return this.#endOfInput();
    } else {
      if (byte === (this.#inside === OBJECT ? CLOSE_OBJECT : CLOSE_LIST)) return this.#leave();
      if (!this.#isFresh) {
        if (byte !== COMMA) throw notJson();
        this.#at += 1;
        byte = this.#peek();
      }
      if (this.#inside === OBJECT) byte = this.#readField(byte);
    }
    this.#isFresh = false;
    const kind = KINDS[byte] ?? END;
    if (kind === END) throw notJson();
    this.#values += 1;
    if (this.#values > this.maxValues) throw tooMany('values', this.maxValues);
    this.#pending = kind;
    return kind;
  }

  enter(): void {
    this.#outer.push(this.#inside);
    this.#inside = this.#pending;
    this.#pending = END;
    this.#isFresh = true;
    this.#at += 1;
  }

  text(): number {
    this.#pending = END;
    return this.#string();
  }

  number(): number {
    this.#pending = END;
    const { bytes } = this;
    const start = this.#at;
    let value = 0;
    let at = start;
    for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) {
      value = value * 10 + byte - ZERO;
    }
    const digits = at - start;
    const isPlain = digits > 0 && digits <= MAX_EXACT_DIGITS && (digits === 1 || bytes[start] !== ZERO);
    if (!isPlain || isInNumber(bytes[at] ?? 0)) return this.#anyNumber();
    this.#at = at;
    return value;
  }

  instant(): undefined {
    return undefined;
  }

  /** Reads the name of a member and the colon. Returns the first byte of the value. */
  #readField(byte: number): number {
    if (byte !== QUOTE) throw notJson();
    this.field = this.#string();
    if (this.#peek() !== COLON) throw notJson();
    this.#at += 1;
    return this.#peek();
  }

  #leave(): Kind {
    this.#at += 1;
    this.#inside = this.#outer.pop() ?? TOP;
    this.#isFresh = false;
    return END;
  }

  #endOfInput(): Kind {
    if (this.#at < this.bytes.length) throw notJson();
    return END;
  }

  /** Skips the current value with everything in it. */
  #skip(): void {
    const kind = this.#pending;
    if (kind === TEXT) this.text();
    else if (kind === NUMBER) this.number();
    else if (kind === NULL || kind === OTHER) this.#literal();
    else {
      const depth = this.#outer.length;
      this.enter();
      while (this.#outer.length > depth) {
        const inner = this.next();
        if (inner === OBJECT || inner === LIST) this.enter();
      }
    }
  }

  #literal(): void {
    this.#pending = END;
    const word = LITERALS.find((literal) => literal.every((byte, i) => this.bytes[this.#at + i] === byte));
    if (!word) throw notJson();
    this.#at += word.length;
  }

  /** Reads a string and returns its id. */
  #string(): number {
    const id = this.#strings.read(this.#at);
    this.#at = this.#strings.end;
    return id;
  }

  #anyNumber(): number {
    const start = this.#at;
    while (isInNumber(this.bytes[this.#at] ?? 0)) this.#at += 1;
    return Number(parsed(utf8Text(this.bytes, start, this.#at)));
  }

  /** Skips whitespace and returns the next byte, 0 at the end. */
  #peek(): number {
    let byte = this.bytes[this.#at] ?? 0;
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
      this.#at += 1;
      byte = this.bytes[this.#at] ?? 0;
    }
    return byte;
  }
}

/** Whether a byte can occur in a number: digits, signs, point, exponent. */
function isInNumber(byte: number): boolean {
  return (
    (byte >= ZERO && byte <= NINE) ||
    byte === MINUS ||
    byte === 0x2b ||
    byte === 0x2e ||
    (byte | 0x20) === 0x65
  );
}

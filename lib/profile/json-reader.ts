import { ByteTexts, utf8Text, viewOf } from './byte-texts';
import { tooMany, UnreadableBytes } from './undecodable';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const FIRST_PRINTABLE = 0x20;
/** Whole numbers of so many digits are exact. */
const EXACT_DIGITS = 15;

const LITERALS = new Map(
  ['true', 'false', 'null'].map((word) => [
    word.charCodeAt(0),
    [...word].map((letter) => letter.charCodeAt(0)),
  ]),
);

export type JsonKind = 'object' | 'list' | 'text' | 'number' | 'literal';

/**
 * Reads JSON (RFC 8259) of UTF-8 bytes value by value, without making objects of it. Whoever reads asks for the `kind`
 * of the value that comes and enters, takes or skips it. What is not JSON throws UnreadableBytes, more than
 * `mostValues` UndecodableProfile.
 */
export class JsonReader {
  readonly #texts = new ByteTexts();
  readonly #view: DataView;
  #at = 0;
  #values = 0;
  /** Whether a container was entered and nothing of it read yet. */
  #isFresh = false;

  constructor(
    readonly bytes: Uint8Array,
    readonly mostValues: number,
  ) {
    this.#view = viewOf(bytes);
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
  }

  /** The text of an id that `nextKey` or `text` gave; different ids are different texts. */
  textOf(id: number): string {
    return this.#texts.texts[id] ?? '';
  }

  kind(): JsonKind {
    const byte = this.#peek();
    if (byte === OPEN_OBJECT) return 'object';
    if (byte === QUOTE) return 'text';
    if (byte === OPEN_LIST) return 'list';
    if (byte === MINUS || (byte >= ZERO && byte <= NINE)) return 'number';
    if (LITERALS.has(byte)) return 'literal';
    throw notJson();
  }

  /** Enters the object or list that comes. */
  enter(): void {
    this.#count();
    this.#at += 1;
    this.#isFresh = true;
  }

  /** The id of the next member's name; -1 at the end of the object, which is left. */
  nextKey(): number {
    if (!this.#hasNext(CLOSE_OBJECT)) return -1;
    if (this.#peek() !== QUOTE) throw notJson();
    const id = this.#string();
    if (this.#peek() !== COLON) throw notJson();
    this.#at += 1;
    return id;
  }

  /** Whether the list goes on; at its end it is left. */
  nextItem(): boolean {
    return this.#hasNext(CLOSE_LIST);
  }

  /** The id of the text that comes. */
  text(): number {
    this.#count();
    return this.#string();
  }

  number(): number {
    this.#count();
    const start = this.#at;
    let value = 0;
    let at = start;
    for (let byte = this.bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = this.bytes[++at] ?? 0) {
      value = value * 10 + byte - ZERO;
    }
    const digits = at - start;
    const isPlain = digits > 0 && digits <= EXACT_DIGITS && (digits === 1 || this.bytes[start] !== ZERO);
    if (!isPlain || isInNumber(this.bytes[at] ?? 0)) return this.#anyNumber();
    this.#at = at;
    return value;
  }

  /** True, false or null: the word is read; whether it is null. */
  literal(): boolean {
    this.#count();
    const word = LITERALS.get(this.#peek()) ?? [];
    if (!word.every((letter, i) => this.bytes[this.#at + i] === letter)) throw notJson();
    this.#at += word.length;
    return word[0] === 0x6e;
  }

  /** Reads past a value, whatever is in it. */
  skip(): void {
    const open: boolean[] = [];
    do {
      const inside = open.at(-1);
      if (inside === true && this.nextKey() < 0) open.pop();
      else if (inside === false && !this.nextItem()) open.pop();
      else this.#skipOne(open);
    } while (open.length > 0);
  }

  /** To be called when all was read: nothing may follow. */
  finish(): void {
    this.#skipSpace();
    if (this.#at < this.bytes.length) throw notJson();
  }

  #skipOne(open: boolean[]): void {
    const kind = this.kind();
    if (kind === 'text') this.text();
    else if (kind === 'number') this.number();
    else if (kind === 'literal') this.literal();
    else {
      this.enter();
      open.push(kind === 'object');
    }
  }

  #hasNext(close: number): boolean {
    const byte = this.#peek();
    const isFresh = this.#isFresh;
    this.#isFresh = false;
    if (byte === close) {
      this.#at += 1;
      return false;
    }
    if (isFresh) return true;
    if (byte !== COMMA) throw notJson();
    this.#at += 1;
    return true;
  }

  #string(): number {
    const { bytes } = this;
    const start = this.#at + 1;
    let at = start;
    let isEscaped = false;
    for (let byte = bytes[at] ?? 0; byte !== QUOTE; byte = bytes[at] ?? 0) {
      if (byte < FIRST_PRINTABLE) throw notJson();
      if (byte === BACKSLASH) {
        isEscaped = true;
        at += 1;
      }
      at += 1;
    }
    this.#at = at + 1;
    return isEscaped ? this.#escaped(start, at) : this.#texts.id(bytes, start, at, this.#view);
  }

  /**
   * The id of the text that is meant, so that each text has one id. Half a surrogate pair, which only an escape can be,
   * becomes U+FFFD: UTF-8 and Ion have none.
   */
  #escaped(start: number, end: number): number {
    const text = Buffer.from(String(parsed(`"${utf8Text(this.bytes, start, end)}"`)));
    return this.#texts.id(text, 0, text.length);
  }

  #anyNumber(): number {
    const start = this.#at;
    while (isInNumber(this.bytes[this.#at] ?? 0)) this.#at += 1;
    return Number(parsed(utf8Text(this.bytes, start, this.#at)));
  }

  #count(): void {
    this.#values += 1;
    if (this.#values > this.mostValues) throw tooMany('values', this.mostValues);
  }

  /** The next byte that is no space; 0 at the end. */
  #peek(): number {
    this.#skipSpace();
    return this.bytes[this.#at] ?? 0;
  }

  #skipSpace(): void {
    for (let byte = this.bytes[this.#at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; )
      byte = this.bytes[++this.#at];
  }
}

/** Characters that numbers are made of: digits, signs, point, exponent. */
function isInNumber(byte: number): boolean {
  return (
    (byte >= ZERO && byte <= NINE) ||
    byte === MINUS ||
    byte === 0x2b ||
    byte === 0x2e ||
    (byte | 0x20) === 0x65
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw notJson();
  }
}

const notJson = () => new UnreadableBytes('The profile is not JSON.');

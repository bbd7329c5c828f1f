import { CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, OPEN_OBJECT, QUOTE, ZERO } from './json-bytes';
import { ESCAPED, type JsonStrings } from './json-strings';
import type { FrameSink } from './value-reader';

/** What members begin with, up to the first byte of what they hold, as numbers of four bytes. */
const fourOf = (text: string) => Buffer.from(text).readInt32BE();
const FIL = fourOf('"fil');
const FILE_TEXT = fourOf('e":"');
const LIN = fourOf('"lin');
const LINE_LIST = fourOf('e":[');
const COU = fourOf('"cou');
const COUNTS = fourOf('nts"');
const COLON_OBJECT = (COLON << 8) | OPEN_OBJECT;
const CHI = fourOf('"chi');
const LDRE = fourOf('ldre');
const CHILDREN_OBJECT = fourOf('n":{');

/** Nothing is taken so near the end that these could lie beyond it. */
const MAX_START_LENGTH = 12;
/** Whole numbers of so many digits fit. */
const MAX_DIGITS = 9;
const MAX_COUNTS = 16;
const NOT_PLAIN = -1;

/**
 * Frames that have no other members than most have, written without spaces: a file, one line or two, counts in small whole
 * numbers, and children. They are taken from the bytes without a stop at each value. What is not of these is left to the
 * reader, which is then where that begins: this reads nothing that the reader would read otherwise.
 */
export class PlainJsonFrames {
  readonly #states = new Int32Array(MAX_COUNTS);
  readonly #samples = new Float64Array(MAX_COUNTS);
  /** Name opened last → the file that was told after it, NOT_PLAIN before one was: most often it is that again. */
  readonly #fileOf: number[] = [];
  /** After a number that was read. */
  #next = 0;
  /** Where the reader is to go on, whether nothing of the object was read there, and how many values were taken. */
  at = 0;
  isFresh = false;
  values = 0;

  constructor(readonly strings: JsonStrings) {}

  /**
   * Takes frames from an object, from a place within, up to `maxValues` values. Gives how many objects deeper the reader
   * is then: in a frame, its children, one of these …
   */
  read(frames: FrameSink, from: number, fresh: boolean, maxValues: number): number {
    const { strings } = this;
    const { bytes, view } = strings;
    const last = bytes.length - MAX_START_LENGTH;
    let at = from;
    let isFresh = fresh;
    let deeper = 0;
    let values = 0;
    let name = 0;
    while (at <= last) {
      let next = at;
      if (bytes[next] === CLOSE_OBJECT) {
        if (deeper === 0) break;
        if (deeper % 2 === 1) frames.close();
        deeper -= 1;
        isFresh = false;
        at = next + 1;
        continue;
      }
      if (!isFresh && bytes[next++] !== COMMA) break;
      if (bytes[next] !== QUOTE || values >= maxValues || next > last) break;
      if (deeper % 2 === 0) {
        name = strings.plain(next);
        next = strings.end;
        if (name === ESCAPED || bytes[next] !== COLON || bytes[next + 1] !== OPEN_OBJECT) break;
        values += 1;
        this.at = next;
        frames.open(name);
        deeper += 1;
        isFresh = true;
        at = next + 2;
        continue;
      }
      const four = view.getInt32(next);
      if (four === CHI) {
        if (view.getInt32(next + 4) !== LDRE || view.getInt32(next + 8) !== CHILDREN_OBJECT) break;
        values += 1;
        deeper += 1;
        isFresh = true;
        at = next + 12;
        continue;
      }
      let taken = 0;
      if (four === FIL && view.getInt32(next + 4) === FILE_TEXT) taken = this.#file(frames, name, next + 7);
      else if (four === LIN && view.getInt32(next + 4) === LINE_LIST) {
        taken = this.#lines(frames, next + 8, maxValues - values);
      } else if (
        four === COU &&
        view.getInt32(next + 4) === COUNTS &&
        view.getInt16(next + 8) === COLON_OBJECT
      ) {
        taken = this.#counts(frames, next + 10, maxValues - values);
      }
      if (taken === 0) break;
      values += taken;
      isFresh = false;
      at = this.#next;
    }
    this.at = at;
    this.isFresh = isFresh;
    this.values = values;
    return deeper;
  }

  #file(frames: FrameSink, name: number, at: number): number {
    const { strings } = this;
    let file = this.#fileOf[name] ?? NOT_PLAIN;
    if (file === NOT_PLAIN || !strings.is(file, at)) {
      file = strings.plain(at);
      if (file === ESCAPED) return 0;
      while (this.#fileOf.length <= name) this.#fileOf.push(NOT_PLAIN);
      this.#fileOf[name] = file;
    }
    this.#next = strings.end;
    frames.inFile(file);
    return 1;
  }

  #lines(frames: FrameSink, at: number, most: number): number {
    const { bytes } = this.strings;
    const from = this.#number(at);
    const hasTwo = bytes[this.#next] === COMMA;
    const to = hasTwo ? this.#number(this.#next + 1) : from;
    const taken = hasTwo ? 3 : 2;
    if (from <= 0 || to <= 0 || bytes[this.#next] !== CLOSE_LIST || taken > most) return 0;
    this.#next += 1;
    frames.atLines(Math.min(from, to), Math.max(from, to));
    return taken;
  }

  #counts(frames: FrameSink, start: number, most: number): number {
    const { strings } = this;
    const { bytes } = strings;
    let counts = 0;
    for (let at = start; ; at = this.#next + 1) {
      if (bytes[at] !== QUOTE || counts === MAX_COUNTS) return 0;
      const state = strings.plain(at);
      if (state === ESCAPED || bytes[strings.end] !== COLON) return 0;
      const samples = this.#number(strings.end + 1);
      if (samples === NOT_PLAIN) return 0;
      this.#states[counts] = state;
      this.#samples[counts] = samples;
      counts += 1;
      if (bytes[this.#next] === CLOSE_OBJECT) break;
      if (bytes[this.#next] !== COMMA) return 0;
    }
    if (counts >= most) return 0;
    this.#next += 1;
    for (let i = 0; i < counts; i++) frames.count(this.#states[i] ?? 0, this.#samples[i] ?? 0);
    return 1 + counts;
  }

  /** The whole number at a place, of few digits. What follows may show that it is no number. */
  #number(start: number): number {
    const { bytes } = this.strings;
    let value = 0;
    let at = start;
    for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - ZERO) {
      value = value * 10 + digit;
      if (at - start === MAX_DIGITS) return NOT_PLAIN;
    }
    this.#next = at;
    const hasZeros = at - start > 1 && bytes[start] === ZERO;
    return at === start || hasZeros ? NOT_PLAIN : value;
  }
}

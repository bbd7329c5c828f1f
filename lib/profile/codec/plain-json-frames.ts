import { CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, OPEN_OBJECT, QUOTE, ZERO } from './json-bytes';
import { ESCAPED, type JsonStrings } from './json-strings';
import type { FrameSink } from './value-reader';

/** The starts of members up to the first byte of their value, as four-byte integers. */
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

/** No frame is read so close to the end that a start could lie beyond it. */
const MAX_START_LENGTH = 12;
/** Integers of up to nine digits fit into 32 bits. */
const MAX_DIGITS = 9;
const MAX_COUNTS = 16;
const NOT_PLAIN = -1;

/**
 * The fast path for frames with only the usual members, written without spaces: file, one or two lines, counts that are small
 * integers, and children. It reads them without stopping at each value, and leaves everything else to the reader, which
 * continues there. The result is the same as the reader's.
 */
export class PlainJsonFrames {
  readonly #states = new Int32Array(MAX_COUNTS);
  readonly #samples = new Float64Array(MAX_COUNTS);
  /** Name → the file that last followed it, or NOT_PLAIN. Usually it is the same again. */
  readonly #fileOf: number[] = [];
  /** The position after the value read last. */
  #next = 0;
  /** Where the reader has to continue, whether it is at the start of an object there, and the number of values read. */
  at = 0;
  isFresh = false;
  values = 0;

  constructor(readonly strings: JsonStrings) {}

  /**
   * Reads frames of an object from a position on, up to `maxValues` values. Returns by how many objects the nesting grew: a
   * frame, its children, one of these …
   */
  read(frames: FrameSink, from: number, fresh: boolean, maxValues: number): number {
    const { strings } = this;
    const { bytes, view } = strings;
    const last = bytes.length - MAX_START_LENGTH;
    let at = from;
    let isFresh = fresh;
    let nesting = 0;
    let values = 0;
    let name = 0;
    while (at <= last) {
      let next = at;
      if (bytes[next] === CLOSE_OBJECT) {
        if (nesting === 0) break;
        if (nesting % 2 === 1) frames.close();
        nesting -= 1;
        isFresh = false;
        at = next + 1;
        continue;
      }
      if (!isFresh && bytes[next++] !== COMMA) break;
      if (bytes[next] !== QUOTE || values >= maxValues || next > last) break;
      if (nesting % 2 === 0) {
        name = strings.plain(next);
        next = strings.end;
        if (name === ESCAPED || bytes[next] !== COLON || bytes[next + 1] !== OPEN_OBJECT) break;
        values += 1;
        this.at = next;
        frames.open(name);
        nesting += 1;
        isFresh = true;
        at = next + 2;
        continue;
      }
      const four = view.getInt32(next);
      if (four === CHI) {
        if (view.getInt32(next + 4) !== LDRE || view.getInt32(next + 8) !== CHILDREN_OBJECT) break;
        values += 1;
        nesting += 1;
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
    return nesting;
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

  #lines(frames: FrameSink, at: number, maxValues: number): number {
    const { bytes } = this.strings;
    const from = this.#number(at);
    const hasTwo = bytes[this.#next] === COMMA;
    const to = hasTwo ? this.#number(this.#next + 1) : from;
    const taken = hasTwo ? 3 : 2;
    if (from <= 0 || to <= 0 || bytes[this.#next] !== CLOSE_LIST || taken > maxValues) return 0;
    this.#next += 1;
    frames.atLines(Math.min(from, to), Math.max(from, to));
    return taken;
  }

  #counts(frames: FrameSink, start: number, maxValues: number): number {
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
    if (counts >= maxValues) return 0;
    this.#next += 1;
    for (let i = 0; i < counts; i++) frames.count(this.#states[i] ?? 0, this.#samples[i] ?? 0);
    return 1 + counts;
  }

  /** Reads a short integer, or returns NOT_PLAIN. The caller checks the byte that follows. */
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

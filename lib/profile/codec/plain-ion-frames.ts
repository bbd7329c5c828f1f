import { type IonCursor, LIST_TYPE, POSITIVE, STRING, STRUCT, SYMBOL } from './ion-cursor';
import { type IonSymbols, UNKNOWN } from './ion-symbols';
import type { TextTable } from './text-table';
import { CHILDREN, COUNTS, FILE, type FrameSink, LINE } from './value-reader';

/** VarUInts and ints are read four bytes at a time: longer ones are left to the cursor, and what is last in the bytes. */
const FOUR = 4;
const MAX_HEAD_LENGTH = 3 * FOUR;
const MAX_COUNTS = 16;
const NOT_PLAIN = -1;

/** The low four bits of a first byte that are no length: the length follows, also, of a struct, where it is sorted. */
const IS_LONG = 14;
const IS_SORTED = 1;

/**
 * Frames that have no other members than most have: a file, one line or two, counts in small whole numbers, and children.
 * They are taken from the bytes without a stop at each value. What is not of these is left to the cursor, which is then
 * where that begins: this reads nothing that the cursor would read otherwise.
 */
export class PlainIonFrames {
  readonly #states = new Int32Array(MAX_COUNTS);
  readonly #samples = new Float64Array(MAX_COUNTS);
  /** How many values were taken the last time. */
  values = 0;

  constructor(
    readonly cursor: IonCursor,
    readonly symbols: IonSymbols,
    readonly texts: TextTable,
  ) {}

  /**
   * Takes frames from the struct that the cursor is in, up to `maxValues` values. Gives how many structs deeper the cursor
   * is then: in a frame, its children, one of these …
   */
  read(frames: FrameSink, maxValues: number): number {
    const { cursor } = this;
    const { view } = cursor;
    const { ids } = this.symbols;
    const last = view.byteLength - MAX_HEAD_LENGTH;
    /** The ends of the structs around the one that is read. */
    const ends: number[] = [];
    let end = cursor.end;
    let at = cursor.after;
    let isInFrame = false;
    let values = 0;
    for (;;) {
      if (at === end) {
        const outer = ends.pop();
        if (outer === undefined) break;
        end = outer;
        if (isInFrame) frames.close();
        isInFrame = !isInFrame;
        continue;
      }
      if (at > last || values >= maxValues) break;
      const four = view.getInt32(at, true);
      const size = varUIntSize(four);
      const field = ids[varUIntOf(four, size)] ?? UNKNOWN;
      const head = view.getUint8(at + size);
      const type = head >> 4;
      let start = at + size + 1;
      let length = head & 0xf;
      if (length === IS_LONG) {
        const next = view.getInt32(start, true);
        const lengthSize = varUIntSize(next);
        if (lengthSize === 0) break;
        length = varUIntOf(next, lengthSize);
        start += lengthSize;
      } else if (length > IS_LONG || (type === STRUCT && length === IS_SORTED)) break;
      const after = start + length;
      if (size === 0 || field === UNKNOWN || after > end) break;
      if (!isInFrame || field === CHILDREN) {
        if (type !== STRUCT) break;
        cursor.start = start;
        if (!isInFrame) frames.open(field);
        isInFrame = !isInFrame;
        values += 1;
        ends.push(end);
        end = after;
        at = start;
        continue;
      }
      if (after > last) break;
      const taken = this.#member(frames, field, type, start, after, maxValues - values);
      if (taken === 0) break;
      values += taken;
      at = after;
    }
    this.values = values;
    if (ends.length > 0) cursor.resumeWithin([...ends.slice(1), end], at);
    else cursor.after = at;
    return ends.length;
  }

  /** Takes a member of a frame, and gives how many values that is, at most `most`; 0 when it is left. */
  #member(
    frames: FrameSink,
    field: number,
    type: number,
    start: number,
    after: number,
    most: number,
  ): number {
    if (field === FILE) {
      const file = this.#text(type, start, after);
      if (file === UNKNOWN) return 0;
      frames.inFile(file);
      return 1;
    }
    if (field === LINE && type === LIST_TYPE) return this.#lines(frames, start, after, most);
    if (field === COUNTS && type === STRUCT) return this.#counts(frames, start, after, most);
    return 0;
  }

  #text(type: number, start: number, after: number): number {
    const { bytes, view } = this.cursor;
    if (type === STRING) return this.texts.id(bytes, view, start, after);
    if (type !== SYMBOL || after - start > FOUR) return UNKNOWN;
    return this.symbols.ids[unsigned(view, start, after - start)] ?? UNKNOWN;
  }

  #lines(frames: FrameSink, start: number, after: number, most: number): number {
    const { view } = this.cursor;
    const from = plainInt(view, start, after);
    const second = start + 1 + plainLength(view, start);
    const to = second < after ? plainInt(view, second, after) : from;
    const past = second < after ? second + 1 + plainLength(view, second) : second;
    const taken = second < after ? 3 : 2;
    if (from <= 0 || to <= 0 || past !== after || taken > most) return 0;
    frames.atLines(Math.min(from, to), Math.max(from, to));
    return taken;
  }

  #counts(frames: FrameSink, start: number, after: number, most: number): number {
    const { view } = this.cursor;
    const { ids } = this.symbols;
    let counts = 0;
    for (let at = start; at < after; counts++) {
      const four = view.getInt32(at, true);
      const size = varUIntSize(four);
      const state = ids[varUIntOf(four, size)] ?? UNKNOWN;
      const samples = plainInt(view, at + size, after);
      if (size === 0 || state === UNKNOWN || samples === NOT_PLAIN || counts === MAX_COUNTS) return 0;
      this.#states[counts] = state;
      this.#samples[counts] = samples;
      at += size + 1 + plainLength(view, at + size);
    }
    if (counts >= most) return 0;
    for (let i = 0; i < counts; i++) frames.count(this.#states[i] ?? 0, this.#samples[i] ?? 0);
    return 1 + counts;
  }
}

/** How many of four bytes, the first one lowest, are of the VarUInt that they begin with: 0 when it is longer. */
function varUIntSize(four: number): number {
  const ends = four & 0x80808080;
  return ends === 0 ? 0 : (39 - Math.clz32(ends & -ends)) >> 3;
}

/** The VarUInt that four bytes begin with. */
function varUIntOf(four: number, size: number): number {
  const all =
    ((four & 0x7f) << 21) | ((four & 0x7f00) << 6) | ((four >>> 9) & 0x3f80) | ((four >>> 24) & 0x7f);
  return all >>> (28 - 7 * size);
}

/** The int at a place if it is zero or more, of at most four bytes, and ends in time. */
function plainInt(view: DataView, at: number, end: number): number {
  const length = view.getUint8(at) - (POSITIVE << 4);
  return length >= 0 && length <= FOUR && at + 1 + length <= end ? unsigned(view, at + 1, length) : NOT_PLAIN;
}

/** The length of the int at a place that is known to be plain. */
const plainLength = (view: DataView, at: number) => view.getUint8(at) & 0xf;

/** The whole number of so many bytes, up to four. */
const unsigned = (view: DataView, at: number, length: number) =>
  length === 0 ? 0 : view.getUint32(at) >>> (32 - 8 * length);

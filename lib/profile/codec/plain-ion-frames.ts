import { type IonCursor, LIST_TYPE, POSITIVE, STRING, STRUCT, SYMBOL } from './ion-cursor';
import { type IonSymbols, UNKNOWN } from './ion-symbols';
import type { TextTable } from './text-table';
import { CHILDREN, COUNTS, FILE, type FrameSink, LINE } from './value-reader';

/** VarUInts and ints are read as four bytes. Longer ones, and the last bytes of the payload, are left to the cursor. */
const FOUR = 4;
const MAX_HEAD_LENGTH = 3 * FOUR;
const MAX_COUNTS = 16;
const NOT_PLAIN = -1;

/** Special values of the low four bits: the length follows, in the second case only for a struct, which is sorted. */
const IS_LONG = 14;
const IS_SORTED = 1;

/**
 * The fast path for frames with only the usual members: file, one or two lines, counts that are small integers, and children.
 * It reads them without stopping at each value, and leaves everything else to the cursor, which continues there. The result
 * is the same as the cursor's.
 */
export class PlainIonFrames {
  readonly #states = new Int32Array(MAX_COUNTS);
  readonly #samples = new Float64Array(MAX_COUNTS);
  /** Number of values read by the last call of `read`. */
  values = 0;

  constructor(
    readonly cursor: IonCursor,
    readonly symbols: IonSymbols,
    readonly texts: TextTable,
  ) {}

  /**
   * Reads frames of the struct at the cursor, up to `maxValues` values. Returns by how many structs the nesting grew: a frame, its
   * children, one of these …
   */
  read(frames: FrameSink, maxValues: number): number {
    const { cursor } = this;
    const { view } = cursor;
    const { ids } = this.symbols;
    const last = view.byteLength - MAX_HEAD_LENGTH;
    /** The ends of the structs around the current one. */
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

  /** Reads a member of a frame. Returns the number of values read, at most `maxValues`, or 0 to leave it to the cursor. */
  #member(
    frames: FrameSink,
    field: number,
    type: number,
    start: number,
    after: number,
    maxValues: number,
  ): number {
    if (field === FILE) {
      const file = this.#text(type, start, after);
      if (file === UNKNOWN) return 0;
      frames.inFile(file);
      return 1;
    }
    if (field === LINE && type === LIST_TYPE) return this.#lines(frames, start, after, maxValues);
    if (field === COUNTS && type === STRUCT) return this.#counts(frames, start, after, maxValues);
    return 0;
  }

  #text(type: number, start: number, after: number): number {
    const { bytes, view } = this.cursor;
    if (type === STRING) return this.texts.id(bytes, view, start, after);
    if (type !== SYMBOL || after - start > FOUR) return UNKNOWN;
    return this.symbols.ids[unsigned(view, start, after - start)] ?? UNKNOWN;
  }

  #lines(frames: FrameSink, start: number, after: number, maxValues: number): number {
    const { view } = this.cursor;
    const from = plainInt(view, start, after);
    const second = start + 1 + plainLength(view, start);
    const to = second < after ? plainInt(view, second, after) : from;
    const past = second < after ? second + 1 + plainLength(view, second) : second;
    const taken = second < after ? 3 : 2;
    if (from <= 0 || to <= 0 || past !== after || taken > maxValues) return 0;
    frames.atLines(Math.min(from, to), Math.max(from, to));
    return taken;
  }

  #counts(frames: FrameSink, start: number, after: number, maxValues: number): number {
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
    if (counts >= maxValues) return 0;
    for (let i = 0; i < counts; i++) frames.count(this.#states[i] ?? 0, this.#samples[i] ?? 0);
    return 1 + counts;
  }
}

/** Size of the VarUInt at the start of four little-endian bytes, 0 when it is longer. */
function varUIntSize(four: number): number {
  const ends = four & 0x80808080;
  return ends === 0 ? 0 : (39 - Math.clz32(ends & -ends)) >> 3;
}

/** The VarUInt at the start of four little-endian bytes. */
function varUIntOf(four: number, size: number): number {
  const all =
    ((four & 0x7f) << 21) | ((four & 0x7f00) << 6) | ((four >>> 9) & 0x3f80) | ((four >>> 24) & 0x7f);
  return all >>> (28 - 7 * size);
}

/** The int at a position if it is non-negative, at most four bytes long and ends by `end`, else NOT_PLAIN. */
function plainInt(view: DataView, at: number, end: number): number {
  const length = view.getUint8(at) - (POSITIVE << 4);
  return length >= 0 && length <= FOUR && at + 1 + length <= end ? unsigned(view, at + 1, length) : NOT_PLAIN;
}

/** Content length of a plain int. */
const plainLength = (view: DataView, at: number) => view.getUint8(at) & 0xf;

/** The big-endian integer of `length` bytes, at most four. */
const unsigned = (view: DataView, at: number, length: number) =>
  length === 0 ? 0 : view.getUint32(at) >>> (32 - 8 * length);

import { MAX_FILE_FRAMES, tooManyFrames } from '../frame-limit';
import { isObject } from '../json-shape';
import { type Columns, columnsOf, firefox } from './columns';
import type { FirefoxThread } from './threads';

const NONE = -1;

/** Stacks of a thread: stack → its caller or -1, its frame, and whether it is idle. */
export type FirefoxStacks = { parent: Int32Array; frame: Int32Array; isIdle: Uint8Array };

/** Reads the stack table of a thread, or the one that all threads share. Throws UndecodableProfile. */
export function stacksOf(thread: FirefoxThread, frameCount: number): FirefoxStacks {
  const { at, value, shared } = thread;
  const where = `${at}.stackTable`;
  const table = columnsOf(value.stackTable ?? shared.stackTable, where);
  const frames = table.column('frame');
  const { length } = frames;
  if (length > MAX_FILE_FRAMES) throw tooManyFrames();
  const frame = Int32Array.from(frames, (index, i) =>
    firefox.index(index, frameCount, `${where}.frame[${i}]`),
  );
  const parent = parentsOf(table, length, where);
  return { parent, frame, isIdle: idleStacks(table, frame, parent, thread) };
}

/** Newer files have the distance to the caller instead of its index. */
function parentsOf(table: Columns, length: number, where: string): Int32Array {
  const offsets = table.column('prefixOffset');
  const prefixes = table.column('prefix');
  return Int32Array.from({ length }, (_, i) => {
    if (offsets.length > 0) {
      const offset = firefox.index(offsets[i], i + 1, `${where}.prefixOffset[${i}]`);
      return offset === 0 ? NONE : i - offset;
    }
    const prefix = prefixes[i];
    if (prefix === null || prefix === undefined || prefix === NONE) return NONE;
    return firefox.index(prefix, length, `${where}.prefix[${i}]`);
  });
}

/** Stacks whose innermost frame has the category Idle: the thread waits for work. Frames without a category have their caller's. */
function idleStacks(
  table: Columns,
  frame: Int32Array,
  parent: Int32Array,
  thread: FirefoxThread,
): Uint8Array {
  const { at, value, shared, meta } = thread;
  const isIdle = new Uint8Array(frame.length);
  const categories = Array.isArray(meta.categories) ? meta.categories : [];
  const idle = categories.findIndex((category) => isObject(category) && category.name === 'Idle');
  if (idle < 0) return isIdle;
  const ofStack = table.column('category');
  const ofFrame = columnsOf(value.frameTable ?? shared.frameTable, `${at}.frameTable`).column('category');
  for (let i = 0; i < isIdle.length; i++) {
    const category = ofFrame[frame[i] ?? 0] ?? ofStack[i];
    isIdle[i] = typeof category === 'number' ? Number(category === idle) : (isIdle[parent[i] ?? NONE] ?? 0);
  }
  return isIdle;
}

import { TreeMerger } from '../transform/merge';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { UndecodableProfile } from '../tree/undecodable';
import { MOST_DEPTH } from './imported-profile';

export type StackFrame = { name: string; file?: string; line?: number };

/** How many frames are collected before they are united with those before. */
const AT_ONCE = 100_000;
/** [?] Different paths of a file: five times what the dashboard is made for. */
const MOST_FRAMES = 5_000_000;

/** Puts stacks together to a call tree: say a `stack`, from its root on, then `count` its samples. */
export class StackCollector {
  /** Stacks that were longer than what is kept of one. */
  tooDeep = 0;
  #builder = new CallTreeBuilder();
  #merger = new TreeMerger();
  /** The frames that are open: what a stack shares with the one before isn't opened again. */
  #open: StackFrame[] = [];
  #opened = 0;
  #sinceCompacted = 0;

  stack(frames: readonly StackFrame[]): void {
    if (frames.length > MOST_DEPTH) this.tooDeep += 1;
    const length = Math.min(frames.length, MOST_DEPTH);
    if (this.#opened > AT_ONCE) this.#unite();
    let shared = 0;
    while (shared < length && shared < this.#open.length && isSame(this.#open[shared], frames[shared]))
      shared += 1;
    for (; this.#open.length > shared; this.#open.pop()) this.#builder.close();
    for (const frame of frames.slice(shared, length)) this.#enter(frame);
  }

  count(state: string, samples: number): void {
    this.#builder.count(state, samples);
  }

  /** Throws UndecodableProfile when there are too many frames. */
  finish(): CallTree {
    this.#unite();
    return this.#merger.finish();
  }

  #enter(frame: StackFrame): void {
    this.#builder.open(frame.name);
    if (frame.file) this.#builder.inFile(frame.file);
    if (frame.line) this.#builder.atLines(frame.line, frame.line);
    this.#open.push(frame);
    this.#opened += 1;
  }

  #unite(): void {
    this.#merger.add(this.#builder.finish());
    this.#builder = new CallTreeBuilder();
    this.#open = [];
    this.#sinceCompacted += this.#opened;
    this.#opened = 0;
    if (this.#sinceCompacted > MOST_FRAMES) this.#compact();
  }

  /** What was united may be far less than what was opened. */
  #compact(): void {
    const tree = this.#merger.finish();
    if (tree.name.length > MOST_FRAMES) {
      throw new UndecodableProfile(
        `It has more than ${MOST_FRAMES.toLocaleString('en-US')} different frames.`,
      );
    }
    this.#merger = new TreeMerger();
    this.#merger.add(tree);
    this.#sinceCompacted = 0;
  }
}

const isSame = (a: StackFrame | undefined, b: StackFrame | undefined) =>
  a === b || (a?.name === b?.name && a?.file === b?.file && a?.line === b?.line);

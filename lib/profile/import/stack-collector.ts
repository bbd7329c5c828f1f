import { TreeMerger } from '../transform/merge';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { MAX_FILE_FRAMES, tooManyFrames } from './frame-limit';
import { MAX_DEPTH } from './imported-profile';

export type StackFrame = { name: string; file?: string; line?: number };

/** Number of frames to collect before merging them. */
const BATCH_FRAMES = 100_000;

/** Merges stacks into a call tree: call `stack` with frames from the root, then `count` its samples. */
export class StackCollector {
  /** Number of stacks that were too deep. */
  cutStacks = 0;
  #builder = new CallTreeBuilder();
  #merger = new TreeMerger();
  /** Frames of the previous stack: the part that the next stack shares stays open. */
  #open: StackFrame[] = [];
  #openedCount = 0;
  #sinceCompacted = 0;

  /** `sharedCount` frames, if known, are those of the previous stack and aren't compared. */
  stack(frames: readonly StackFrame[], sharedCount = 0): void {
    if (frames.length > MAX_DEPTH) this.cutStacks += 1;
    const length = Math.min(frames.length, MAX_DEPTH);
    if (this.#openedCount > BATCH_FRAMES) this.#merge();
    let shared = Math.min(sharedCount, this.#open.length, length);
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
    this.#merge();
    return this.#merger.finish();
  }

  #enter(frame: StackFrame): void {
    this.#builder.open(frame.name);
    if (frame.file) this.#builder.inFile(frame.file);
    if (frame.line) this.#builder.atLines(frame.line, frame.line);
    this.#open.push(frame);
    this.#openedCount += 1;
  }

  #merge(): void {
    this.#merger.add(this.#builder.finish());
    this.#builder = new CallTreeBuilder();
    this.#open = [];
    this.#sinceCompacted += this.#openedCount;
    this.#openedCount = 0;
    if (this.#sinceCompacted > MAX_FILE_FRAMES) this.#compact();
  }

  /** Counts the distinct frames, which may be far fewer than the opened ones. */
  #compact(): void {
    const tree = this.#merger.finish();
    if (tree.name.length > MAX_FILE_FRAMES) throw tooManyFrames();
    this.#merger = new TreeMerger();
    this.#merger.add(tree);
    this.#sinceCompacted = 0;
  }
}

const isSame = (a: StackFrame | undefined, b: StackFrame | undefined) =>
  a === b || (a?.name === b?.name && a?.file === b?.file && a?.line === b?.line);

import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import type { StackFrame } from './stack-collector';

const NONE = -1;

/** Frames of which each names its caller. */
export type LinkedFrames = {
  /** Frame → its caller, or -1. */
  parent: Int32Array;
  frameOf(node: number): StackFrame;
  /** Thread state → frame → self samples. */
  counts: ReadonlyMap<string, Float64Array>;
};

/**
 * Call tree of linked frames, siblings in their given order; undefined when samples are below a frame that is its own caller, however
 * indirectly. Siblings of one name aren't merged.
 */
export function linkedTree({ parent, frameOf, counts }: LinkedFrames): CallTree | undefined {
  const { firstChild, nextSibling, firstRoot } = childrenOf(parent);
  const states = [...counts];
  const visited = new Uint8Array(parent.length);
  const builder = new CallTreeBuilder();
  const open = (node: number) => {
    visited[node] = 1;
    const { name, file, line } = frameOf(node);
    builder.open(name);
    if (file) builder.inFile(file);
    if (line) builder.atLines(line, line);
    for (const [state, column] of states) {
      const samples = column[node] ?? 0;
      if (samples > 0) builder.count(state, samples);
    }
  };
  for (let root = firstRoot; root !== NONE; root = nextSibling[root] ?? NONE) {
    const path = [root];
    open(root);
    // Each entry is an open frame; its next child to visit is in `firstChild`, which is used up.
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const child = firstChild[top] ?? NONE;
      if (child === NONE) {
        builder.close();
        path.pop();
        continue;
      }
      firstChild[top] = nextSibling[child] ?? NONE;
      open(child);
      path.push(child);
    }
  }
  const isLost = (samples: number, node: number) => samples > 0 && visited[node] === 0;
  return states.some(([, column]) => column.some(isLost)) ? undefined : builder.finish();
}

function childrenOf(parent: Int32Array) {
  const firstChild = new Int32Array(parent.length).fill(NONE);
  const nextSibling = new Int32Array(parent.length).fill(NONE);
  let firstRoot = NONE;
  for (let node = parent.length - 1; node >= 0; node--) {
    const above = parent[node] ?? NONE;
    nextSibling[node] = above === NONE ? firstRoot : (firstChild[above] ?? NONE);
    if (above === NONE) firstRoot = node;
    else firstChild[above] = node;
  }
  return { firstChild, nextSibling, firstRoot };
}

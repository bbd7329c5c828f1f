import type { IndexColumn } from './columns';
import type { SampleColumn } from './sample-column';

/**
 * The call tree of a profile in columns. Nodes are in depth-first order and node 0 is the nameless root. The subtree of
 * node n is n … end[n]-1, so every algorithm is a linear pass over typed arrays.
 */
export type CallTree = {
  /** String table of frame names; the root's is ''. */
  names: string[];
  /** String table of source files. */
  files: string[];
  /** Node → index in names. */
  name: IndexColumn;
  /** Node → parent node; the root is its own parent. */
  parent: Uint32Array;
  /** Node → depth; the root is 0, the first frame of a stack 1. */
  depth: IndexColumn;
  /** Node → one past the last node of its subtree. */
  end: Uint32Array;
  /** Node → index in files, or -1. */
  file: Int16Array | Int32Array;
  /** Node → first and last source line, 0 when unknown. */
  lineFrom: IndexColumn;
  lineTo: IndexColumn;
  /** Thread states (RUNNABLE, WALL_TIME …), as the agent named them, in order of first appearance. */
  states: string[];
  /** For each state: node → self samples. */
  self: SampleColumn[];
  /** For each state: node → total samples, the self samples of its subtree. */
  total: SampleColumn[];
  /** Node → callees with samples that a cut left out; absent in a whole tree. */
  omitted?: Uint32Array;
};

/** A decoded profile: its tree and the metadata of the payload. */
export type Profile = {
  tree: CallTree;
  /** Epoch milliseconds, where the payload has them. */
  start?: number;
  end?: number;
  /** Samples per second by thread state, where the agent reported it. */
  sampleWeights: Record<string, number>;
};

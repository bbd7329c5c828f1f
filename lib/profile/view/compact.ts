import type { CallTree } from '../tree/call-tree';
import { StringTable } from '../tree/string-table';

/**
 * The frames of a profile that fit on the screen, as JSON for the browser: depth-first, in columns of plain numbers. An omitted
 * frame counts in its parent's total, never in its self.
 */
export type CompactTree = {
  names: string[];
  files: string[];
  /** Node → index in names. */
  name: number[];
  /** Node → depth, the root 0. Depth-first order and depth determine the tree. */
  depth: number[];
  /** Node → index in files or -1. */
  file: number[];
  lineFrom: number[];
  /** Node → last source line, relative to the first. */
  moreLines: number[];
  /** Selected thread states. */
  states: string[];
  /** State → node → samples. */
  self: number[][];
  total: number[][];
  /** Node → callees with samples that were left out. */
  omitted: number[];
};

/** Converts a tree for JSON; its string tables keep only what its nodes use. */
export function toCompact(tree: CallTree): CompactTree {
  const names = new StringTable();
  const files = new StringTable();
  return {
    name: Array.from(tree.name, (index) => names.index(tree.names[index] ?? '')),
    names: names.strings,
    file: Array.from(tree.file, (index) => (index < 0 ? -1 : files.index(tree.files[index] ?? ''))),
    files: files.strings,
    depth: Array.from(tree.depth),
    lineFrom: Array.from(tree.lineFrom),
    moreLines: Array.from(tree.lineTo, (to, node) => to - (tree.lineFrom[node] ?? 0)),
    states: tree.states,
    self: tree.self.map((column) => Array.from(column)),
    total: tree.total.map((column) => Array.from(column)),
    omitted: tree.omitted ? Array.from(tree.omitted) : [],
  };
}

/** Inverse of `toCompact`: parents and subtree ends follow from depth-first order and depth. */
export function fromCompact(compact: CompactTree): CallTree {
  const size = compact.depth.length;
  const parent = new Uint32Array(size);
  const end = new Uint32Array(size);
  const path: number[] = [];
  compact.depth.forEach((depth, node) => {
    for (const closed of path.splice(depth)) end[closed] = node;
    parent[node] = path[depth - 1] ?? 0;
    path.push(node);
  });
  for (const open of path) end[open] = size;
  return {
    names: compact.names,
    files: compact.files,
    name: Uint32Array.from(compact.name),
    parent,
    depth: Uint32Array.from(compact.depth),
    end,
    file: Int32Array.from(compact.file),
    lineFrom: Uint32Array.from(compact.lineFrom),
    lineTo: Uint32Array.from(compact.moreLines, (more, node) => (compact.lineFrom[node] ?? 0) + more),
    states: compact.states,
    self: compact.self.map((column) => Float64Array.from(column)),
    total: compact.total.map((column) => Float64Array.from(column)),
    ...(compact.omitted.length > 0 && { omitted: Uint32Array.from(compact.omitted) }),
  };
}

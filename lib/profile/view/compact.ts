import type { CallTree } from '../tree/call-tree';
import { StringTable } from '../tree/string-table';
import { fromDigits, toDigits } from './digit-columns';
import { packSorted, unpackSorted } from './name-table';
import { filePath, type SourceFile, sourceFile } from './source-files';
import { packTotals, type TotalColumn, unpackTotals } from './total-column';

/**
 * The frames of a profile that fit on the screen, as JSON for the browser: depth-first, in columns that compress well. An omitted
 * frame counts in its parent's total, never in its self.
 */
export type CompactTree = {
  /** Sorted, as `packSorted` writes them. */
  names: string[];
  files: SourceFile[];
  /** Node → index in names, as `toDigits` writes it. */
  name: string[];
  /** Node → depth, the root 0. Depth-first order and depth determine the tree. */
  depth: number[];
  /** Node → index in files or -1. */
  file: number[];
  lineFrom: number[];
  /** Node → last source line, relative to the first, as `toDigits` writes it. */
  moreLines: string[];
  /** Selected thread states. */
  states: string[];
  /** State → node → samples. */
  self: number[][];
  total: TotalColumn[];
  /** Node → callees with samples that were left out. */
  omitted: number[];
};

/** Converts a tree for JSON; its string tables have only the texts that its nodes use. */
export function toCompact(tree: CallTree): CompactTree {
  const used = new Set<string>();
  for (const index of tree.name) used.add(tree.names[index] ?? '');
  const names = [...used].sort();
  const rank = new Map(names.map((name, index) => [name, index]));
  const nameOf = (node: number) => tree.names[tree.name[node] ?? 0] ?? '';
  const files = new StringTable();
  return {
    names: packSorted(names),
    name: toDigits(Array.from(tree.name, (_, node) => rank.get(nameOf(node)) ?? 0)),
    file: Array.from(tree.file, (index, node) =>
      index < 0 ? -1 : files.index(JSON.stringify(sourceFile(nameOf(node), tree.files[index] ?? ''))),
    ),
    files: files.strings.map((text) => JSON.parse(text) as SourceFile),
    depth: Array.from(tree.depth),
    lineFrom: Array.from(tree.lineFrom),
    moreLines: toDigits(Array.from(tree.lineTo, (to, node) => Math.max(0, to - (tree.lineFrom[node] ?? 0)))),
    states: tree.states,
    self: tree.self.map((column) => Array.from(column)),
    total: tree.total.map((column, state) =>
      packTotals(column, { self: tree.self[state] ?? [], parent: tree.parent }),
    ),
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
  const names = unpackSorted(compact.names);
  const name = fromDigits(compact.name);
  const files = new StringTable();
  const file = compact.file.map((index, node) => {
    const source = compact.files[index];
    return source === undefined ? -1 : files.index(filePath(names[name[node] ?? 0] ?? '', source));
  });
  const moreLines = fromDigits(compact.moreLines);
  return {
    names,
    name,
    parent,
    depth: new Uint32Array(compact.depth),
    end,
    file: new Int32Array(file),
    files: files.strings,
    lineFrom: new Uint32Array(compact.lineFrom),
    lineTo: new Uint32Array(compact.lineFrom.map((from, node) => from + (moreLines[node] ?? 0))),
    states: compact.states,
    self: compact.self.map((column) => new Float64Array(column)),
    total: compact.total.map((column, state) =>
      unpackTotals(column, { self: compact.self[state] ?? [], parent }),
    ),
    ...(compact.omitted.length > 0 && { omitted: new Uint32Array(compact.omitted) }),
  };
}

import { packagesOf, setPackages } from '../graph/packages-of';
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
  /** Index of a name → a number for its package, as `toDigits` writes it, because parsing all names takes a browser 20 ms. */
  package: string[];
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
  const names = usedNames(tree);
  return {
    names: packSorted(names.sorted),
    package: toDigits(packageNumbers(tree, names.indexes)),
    name: toDigits(mapNodes(tree, (node) => names.rank[tree.name[node] ?? 0] ?? 0)),
    ...compactFiles(tree),
    depth: Array.from(tree.depth),
    lineFrom: Array.from(tree.lineFrom),
    moreLines: toDigits(
      mapNodes(tree, (node) => Math.max(0, (tree.lineTo[node] ?? 0) - (tree.lineFrom[node] ?? 0))),
    ),
    states: tree.states,
    self: tree.self.map((column) => Array.from(column)),
    total: tree.total.map((column, state) =>
      packTotals(column, { self: tree.self[state] ?? [], parent: tree.parent }),
    ),
    omitted: tree.omitted ? Array.from(tree.omitted) : [],
  };
}

/** A number for each node. `Array.from` with a callback takes several times as long. */
function mapNodes({ name }: Pick<CallTree, 'name'>, numberOf: (node: number) => number): number[] {
  const values = new Array<number>(name.length);
  for (let node = 0; node < values.length; node++) values[node] = numberOf(node);
  return values;
}

/** The names of a tree's nodes in alphabetical order, one index of each, and index of a name → its rank among them. */
function usedNames({ name, names }: CallTree) {
  const used = [...new Set(name)];
  const sorted = [...new Set(used.map((index) => names[index] ?? ''))].sort();
  const ranks = new Map(sorted.map((text, rank) => [text, rank]));
  const rank = new Uint32Array(names.length);
  const indexes = new Uint32Array(sorted.length);
  for (const index of used) {
    const place = ranks.get(names[index] ?? '') ?? 0;
    rank[index] = place;
    indexes[place] = index;
  }
  return { sorted, indexes, rank };
}

/** The packages of the names with the given indexes, numbered in order of appearance. */
function packageNumbers({ names }: CallTree, indexes: Uint32Array): Uint32Array {
  const { of } = packagesOf(names);
  const numbers = new Map<number, number>();
  return indexes.map((index) => {
    const found = of[index] ?? 0;
    const number = numbers.get(found) ?? numbers.size;
    numbers.set(found, number);
    return number;
  });
}

/** The source files that a tree's nodes use, and node → index among them or -1. */
function compactFiles({ names, name, files, file }: CallTree): Pick<CompactTree, 'files' | 'file'> {
  const used = new StringTable();
  /** Index of a file, negative for its extension alone → index in `used`. Most nodes share theirs with others. */
  const known = new Map<number, number>();
  const indexOf = (node: number) => {
    const index = file[node] ?? -1;
    if (index < 0) return -1;
    const source = sourceFile(names[name[node] ?? 0] ?? '', files[index] ?? '');
    const key = typeof source === 'string' ? index : -1 - index;
    const place = known.get(key) ?? used.index(JSON.stringify(source));
    known.set(key, place);
    return place;
  };
  const indexes = mapNodes({ name }, indexOf);
  return { file: indexes, files: used.strings.map((text) => JSON.parse(text) as SourceFile) };
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
  setPackages(names, fromDigits(compact.package));
  const name = fromDigits(compact.name);
  const files = new StringTable();
  /** Name and source file → index of the path, which most nodes share with others. */
  const paths = new Map<number, number>();
  const fileOf = (index: number, nameIndex: number) => {
    const source = compact.files[index];
    if (source === undefined) return -1;
    const key = nameIndex * compact.files.length + index;
    const path = paths.get(key) ?? files.index(filePath(names[nameIndex] ?? '', source));
    paths.set(key, path);
    return path;
  };
  const file = compact.file.map((index, node) => fileOf(index, name[node] ?? 0));
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

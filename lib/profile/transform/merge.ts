import type { CallTree } from '../tree/call-tree';
import { ensureCapacity, indexColumn, narrowed } from '../tree/columns';
import { gather, pick } from '../tree/keep-nodes';
import { type SampleColumn, withSamples } from '../tree/sample-column';
import { addLocation, narrowLocations, pickLocations } from '../tree/source-locations';
import { StringTable } from '../tree/string-table';
import { sumSubtrees } from '../tree/sum-subtrees';
import { MergedPaths } from './merged-paths';
import { MergedTable } from './merged-table';

const NONE = -1;

/**
 * Merges trees: frames by their path of names, states by name. The order of the trees only affects the order of siblings
 * and states. Of different source files the alphabetically first is kept, with the span of all lines in it. Linear.
 */
export function mergeTrees(trees: readonly CallTree[]): CallTree {
  const merger = new TreeMerger();
  for (const tree of trees) merger.add(tree);
  return merger.finish();
}

/** Merges trees one at a time, see mergeTrees. */
export class TreeMerger {
  readonly #names = new MergedTable();
  readonly #files = new MergedTable();
  readonly #states = new StringTable();
  readonly #paths = new MergedPaths();
  /** State → merged node → samples. */
  readonly #counts: SampleColumn[] = [];

  constructor() {
    this.#names.add('');
  }

  add(tree: CallTree): void {
    const into = this.#nodesOf(tree);
    this.#addLocations(tree, into);
    for (let i = 0; i < tree.self.length; i++) {
      const state = this.#states.index(tree.states[i] ?? '');
      let merged: SampleColumn = ensureCapacity(this.#counts[state] ?? new Uint32Array(0), this.#paths.size);
      const column = tree.self[i] ?? merged;
      for (let node = 0; node < into.length; node++) {
        const samples = column[node] ?? 0;
        if (samples === 0) continue;
        const at = into[node] ?? 0;
        merged = withSamples(merged, at, (merged[at] ?? 0) + samples);
      }
      this.#counts[state] = merged;
    }
  }

  finish(): CallTree {
    return inDepthFirstOrder(
      this.#paths,
      this.#names.strings,
      this.#files.strings,
      this.#states.strings,
      this.#counts,
    );
  }

  /** Node of the given tree → merged node. */
  #nodesOf({ names, name, parent }: CallTree): Uint32Array {
    const texts = this.#names;
    texts.use(names);
    const into = new Uint32Array(name.length);
    for (let node = 1; node < into.length; node++) {
      into[node] = this.#paths.child(into[parent[node] ?? 0] ?? 0, texts.index(name[node] ?? 0));
    }
    return into;
  }

  #addLocations({ files, file, lineFrom, lineTo }: CallTree, into: Uint32Array): void {
    const texts = this.#files;
    texts.use(files);
    for (let node = 0; node < into.length; node++) {
      const own = file[node] ?? NONE;
      const from = lineFrom[node] ?? 0;
      if (own === NONE && from === 0) continue;
      const index = own === NONE ? NONE : texts.index(own);
      addLocation(this.#paths.locations, into[node] ?? 0, texts.strings, index, from, lineTo[node] ?? 0);
    }
  }
}

function inDepthFirstOrder(
  paths: MergedPaths,
  names: string[],
  files: string[],
  states: string[],
  counts: readonly SampleColumn[],
): CallTree {
  const { size } = paths;
  const source = new Uint32Array(size);
  const parent = new Uint32Array(size);
  const depth = new Uint32Array(size);
  const end = new Uint32Array(size);
  const open: { node: number; next: number }[] = [{ node: 0, next: paths.firstChild[0] ?? NONE }];
  let last = 0;
  for (let top = open[0]; top; top = open[open.length - 1]) {
    if (top.next === NONE) {
      end[top.node] = last + 1;
      open.pop();
      continue;
    }
    const from = top.next;
    top.next = paths.nextSibling[from] ?? NONE;
    last += 1;
    source[last] = from;
    parent[last] = top.node;
    depth[last] = open.length;
    open.push({ node: last, next: paths.firstChild[from] ?? NONE });
  }
  const self = counts.map((column) => pick(column, source));
  return {
    names,
    files,
    name: gather(indexColumn(size, names.length - 1), source, paths.name),
    parent,
    depth: narrowed(depth, new Uint16Array(size)),
    end,
    ...pickLocations(narrowLocations(paths.locations), source),
    states,
    self,
    total: self.map((column) => sumSubtrees(parent, column)),
  };
}

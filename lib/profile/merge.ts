import { type CallTree, StringTable, sumSubtrees } from './call-tree';
import { gather } from './keep-nodes';

const NONE = -1;

/**
 * One tree with the samples of all, frames united by their path of names, states by name. The order of what
 * is merged only decides the order of siblings and states. Of differing source files the alphabetically first
 * is kept, of its lines the widest span. Linear in the number of nodes.
 */
export function mergeTrees(trees: readonly CallTree[]): CallTree {
  const names = new StringTable();
  names.index('');
  const files = new StringTable();
  const states = new StringTable();
  const paths = new Paths();
  const counts: number[][] = [];

  for (const tree of trees) {
    const nameOf = tree.names.map((name) => names.index(name));
    const columns = tree.self.map((column, i) => {
      const state = states.index(tree.states[i] ?? '');
      const merged = counts[state] ?? [];
      counts[state] = merged;
      return { column, merged };
    });
    const mergedNode = new Uint32Array(tree.name.length);
    for (let node = 0; node < tree.name.length; node++) {
      const into =
        node === 0
          ? 0
          : paths.child(mergedNode[tree.parent[node] ?? 0] ?? 0, nameOf[tree.name[node] ?? 0] ?? 0);
      mergedNode[node] = into;
      const file = tree.file[node] ?? NONE;
      if (file !== NONE || tree.lineFrom[node]) {
        const index = file === NONE ? NONE : files.index(tree.files[file] ?? '');
        paths.locate(into, index, files.strings, tree.lineFrom[node] ?? 0, tree.lineTo[node] ?? 0);
      }
      for (const { column, merged } of columns) {
        while (merged.length <= into) merged.push(0);
        merged[into] = (merged[into] ?? 0) + (column[node] ?? 0);
      }
    }
  }
  return inDepthFirstOrder(paths, names.strings, files.strings, states.strings, counts);
}

function inDepthFirstOrder(
  paths: Paths,
  names: string[],
  files: string[],
  states: string[],
  counts: number[][],
): CallTree {
  const size = paths.name.length;
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
  const self = counts.map((column) => gather(new Float64Array(size), source, column));
  return {
    names,
    files,
    name: gather(new Uint32Array(size), source, paths.name),
    parent,
    depth,
    end,
    file: gather(new Int32Array(size), source, paths.file),
    lineFrom: gather(new Uint32Array(size), source, paths.lineFrom),
    lineTo: gather(new Uint32Array(size), source, paths.lineTo),
    states,
    self,
    total: self.map((column) => sumSubtrees(parent, column)),
  };
}

/** Frames by their path, in order of first appearance; children are found by an open-addressing table. */
class Paths {
  readonly name = [0];
  readonly parent = [0];
  readonly firstChild = [NONE];
  readonly nextSibling = [NONE];
  readonly lastChild = [NONE];
  readonly file = [NONE];
  readonly lineFrom = [0];
  readonly lineTo = [0];
  /** Slot → node + 1, 0 when free. The size is a power of two. */
  #slots = new Uint32Array(1024);

  child(parent: number, name: number): number {
    let slot = this.#slot(parent, name);
    for (let found = this.#slots[slot]; found; found = this.#slots[slot]) {
      if (this.parent[found - 1] === parent && this.name[found - 1] === name) return found - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const node = this.name.push(name) - 1;
    this.parent.push(parent);
    this.firstChild.push(NONE);
    this.nextSibling.push(NONE);
    this.lastChild.push(NONE);
    this.file.push(NONE);
    this.lineFrom.push(0);
    this.lineTo.push(0);
    const before = this.lastChild[parent] ?? NONE;
    if (before === NONE) this.firstChild[parent] = node;
    else this.nextSibling[before] = node;
    this.lastChild[parent] = node;
    this.#slots[slot] = node + 1;
    if (this.name.length * 2 > this.#slots.length) this.#grow();
    return node;
  }

  locate(node: number, file: number, files: string[], from: number, to: number): void {
    const known = this.file[node] ?? NONE;
    const located = known !== NONE || (this.lineFrom[node] ?? 0) > 0;
    if (located && known !== file) {
      const keep = known !== NONE && (file === NONE || (files[known] ?? '') < (files[file] ?? ''));
      if (keep) return;
    }
    const same = located && known === file;
    this.file[node] = file;
    this.lineFrom[node] = same ? earliest(this.lineFrom[node] ?? 0, from) : from;
    this.lineTo[node] = same ? Math.max(this.lineTo[node] ?? 0, to) : to;
  }

  #slot(parent: number, name: number): number {
    let h = Math.imul(parent, 0x9e3779b1) ^ Math.imul(name + 1, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
    return (h ^ (h >>> 13)) & (this.#slots.length - 1);
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let node = 1; node < this.name.length; node++) {
      let slot = this.#slot(this.parent[node] ?? 0, this.name[node] ?? 0);
      while (this.#slots[slot]) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = node + 1;
    }
  }
}

/** The smaller line, where 0 means unknown. */
function earliest(a: number, b: number): number {
  return a === 0 || b === 0 ? a + b : Math.min(a, b);
}

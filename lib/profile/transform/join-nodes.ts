import type { CallTree } from '../tree/call-tree';
import { emptyLike, type IndexColumn } from '../tree/columns';
import { depthFirst } from '../tree/depth-first';
import { narrowPlaces, noPlaces, type Places, unitePlace } from '../tree/frame-place';
import { gather } from '../tree/keep-nodes';
import { type SampleColumn, withSamples } from '../tree/sample-column';

/**
 * The tree without the nodes marked with 1, the root excepted: their self and children go to their parent, siblings of
 * one name become one. Totals are conserved, also where the tree was cut for a screen. String tables are shared. Linear.
 */
export function joinNodes(tree: CallTree, joins: Uint8Array): CallTree {
  if (!joins.includes(1, 1)) return tree;
  const united = uniteNodes(tree, joins);
  const { place, parent, depth, end } = depthFirst(united.parent);
  const into = gather(united.into, united.into, place);
  const count = parent.length;
  const name = namesOf(tree, into, joins, count);
  return {
    ...tree,
    ...placesOf(tree, into, name),
    name,
    parent,
    depth,
    end,
    self: tree.self.map((column) => sumInto(into, column, count)),
    // What a marked node has in total is in its parent's total already.
    total: tree.total.map((column) => sumInto(into, column, count, joins)),
  };
}

function sumInto(into: Uint32Array, column: SampleColumn, count: number, skips?: Uint8Array): SampleColumn {
  let sums = emptyLike(column, count);
  for (let node = 0; node < into.length; node++) {
    const samples = column[node] ?? 0;
    if (samples === 0 || (skips?.[node] === 1 && node > 0)) continue;
    const at = into[node] ?? 0;
    sums = withSamples(sums, at, (sums[at] ?? 0) + samples);
  }
  return sums;
}

function namesOf({ name }: CallTree, into: Uint32Array, joins: Uint8Array, count: number): IndexColumn {
  const names = emptyLike(name, count);
  for (let node = 0; node < into.length; node++) {
    if (joins[node] === 0 || node === 0) names[into[node] ?? 0] = name[node] ?? 0;
  }
  return names;
}

/** Where the new nodes are, as those say that they were made of and that have their name. */
function placesOf(tree: CallTree, into: Uint32Array, name: IndexColumn): Places {
  const places = noPlaces(name.length);
  for (let node = 0; node < into.length; node++) {
    const at = into[node] ?? 0;
    if (name[at] === tree.name[node]) unitePlace(places, at, tree, node, tree.files);
  }
  return narrowPlaces(places);
}

/** Each node's new one, and the new ones' parents, in order of first appearance. */
function uniteNodes(
  { name, parent }: CallTree,
  joins: Uint8Array,
): { into: Uint32Array; parent: Uint32Array } {
  const mayRepeat = belowJoined(parent, joins);
  const children = new ChildTable(mayRepeat.reduce((sum, may) => sum + may, 0));
  const into = new Uint32Array(name.length);
  const parents = new Uint32Array(name.length);
  let count = 1;
  for (let node = 1; node < into.length; node++) {
    const above = into[parent[node] ?? 0] ?? 0;
    if (joins[node] === 1) {
      into[node] = above;
      continue;
    }
    const at = mayRepeat[node] === 1 ? children.childOr(above, name[node] ?? 0, count) : count;
    into[node] = at;
    if (at < count) continue;
    parents[at] = above;
    count += 1;
  }
  return { into, parent: parents.subarray(0, count) };
}

/** Node → 1 where the children of a marked node can meet others of their name. */
function belowJoined(parent: Uint32Array, joins: Uint8Array): Uint8Array {
  const takesIn = new Uint8Array(joins.length);
  for (let node = joins.length - 1; node > 0; node--) if (joins[node] === 1) takesIn[parent[node] ?? 0] = 1;
  const below = new Uint8Array(joins.length);
  for (let node = 1; node < joins.length; node++) {
    const above = parent[node] ?? 0;
    below[node] = takesIn[above] === 1 || joins[above] === 1 ? 1 : (below[above] ?? 0);
  }
  return below;
}

/** Children by parent and name, by open addressing. */
class ChildTable {
  /** Slot → child, 0 when free: the root is nobody's child. */
  readonly #child: Uint32Array;
  readonly #parent: Uint32Array;
  readonly #name: Uint32Array;

  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#child = new Uint32Array(slots);
    this.#parent = new Uint32Array(slots);
    this.#name = new Uint32Array(slots);
  }

  /** The child of this name that was given before, or the one given now. */
  childOr(parent: number, name: number, child: number): number {
    const last = this.#child.length - 1;
    let slot = mixed(parent, name) & last;
    for (let found = this.#child[slot] ?? 0; found !== 0; found = this.#child[slot] ?? 0) {
      if (this.#parent[slot] === parent && this.#name[slot] === name) return found;
      slot = (slot + 1) & last;
    }
    this.#child[slot] = child;
    this.#parent[slot] = parent;
    this.#name[slot] = name;
    return child;
  }
}

function mixed(parent: number, name: number): number {
  const mix = Math.imul(parent, 0x9e3779b1) ^ Math.imul(name + 1, 0x85ebca6b);
  const more = Math.imul(mix ^ (mix >>> 15), 0xc2b2ae35);
  return more ^ (more >>> 13);
}

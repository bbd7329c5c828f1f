import type { CallTree } from '../tree/call-tree';
import { emptyLike, type IndexColumn } from '../tree/columns';
import { depthFirst } from '../tree/depth-first';
import { gather } from '../tree/keep-nodes';
import { PairTable } from '../tree/pair-table';
import { type SampleColumn, withSamples } from '../tree/sample-column';
import { emptyLocations, type Locations, mergeLocation, narrowLocations } from '../tree/source-locations';

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
function placesOf(tree: CallTree, into: Uint32Array, name: IndexColumn): Locations {
  const places = emptyLocations(name.length);
  for (let node = 0; node < into.length; node++) {
    const at = into[node] ?? 0;
    if (name[at] === tree.name[node]) mergeLocation(places, at, tree, node, tree.files);
  }
  return narrowLocations(places);
}

/** Each node's new one, and the new ones' parents, in order of first appearance. */
function uniteNodes(
  { name, parent }: CallTree,
  joins: Uint8Array,
): { into: Uint32Array; parent: Uint32Array } {
  const mayRepeat = belowJoined(parent, joins);
  const repeatable = mayRepeat.reduce((sum, may) => sum + may, 0);
  const children = new PairTable(repeatable);
  /** Id of a pair of parent and name → node. */
  const nodeOf = new Uint32Array(repeatable);
  const into = new Uint32Array(name.length);
  const parents = new Uint32Array(name.length);
  let count = 1;
  for (let node = 1; node < into.length; node++) {
    const above = into[parent[node] ?? 0] ?? 0;
    if (joins[node] === 1) {
      into[node] = above;
      continue;
    }
    if (mayRepeat[node] === 1) {
      const known = children.size;
      const id = children.id(above, name[node] ?? 0);
      if (id < known) {
        into[node] = nodeOf[id] ?? 0;
        continue;
      }
      nodeOf[id] = count;
    }
    parents[count] = above;
    into[node] = count++;
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

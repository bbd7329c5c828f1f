import type { CallTree } from '../tree/call-tree';
import { emptyLike, type IndexColumn } from '../tree/columns';
import { depthFirst } from '../tree/depth-first';
import { gather } from '../tree/keep-nodes';
import { PairTable } from '../tree/pair-table';
import { type SampleColumn, withSamples } from '../tree/sample-column';
import { emptyLocations, type Locations, mergeLocation, narrowLocations } from '../tree/source-locations';

/**
 * Joins the nodes marked with 1, except the root, with their parents: self samples and children move up, and siblings of the
 * same name are merged. Totals stay the same, even in a tree that was cut for a screen. String tables are shared. Linear.
 */
export function joinNodes(tree: CallTree, isJoined: Uint8Array): CallTree {
  if (!isJoined.includes(1, 1)) return tree;
  const joined = newNodes(tree, isJoined);
  const { position, parent, depth, end } = depthFirst(joined.parent);
  const into = gather(joined.into, joined.into, position);
  const count = parent.length;
  const name = namesOf(tree, into, isJoined, count);
  return {
    ...tree,
    ...locationsOf(tree, into, name),
    name,
    parent,
    depth,
    end,
    self: tree.self.map((column) => sumInto(into, column, count)),
    // The total of a marked node is already included in its parent's.
    total: tree.total.map((column) => sumInto(into, column, count, isJoined)),
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

function namesOf({ name }: CallTree, into: Uint32Array, isJoined: Uint8Array, count: number): IndexColumn {
  const names = emptyLike(name, count);
  for (let node = 0; node < into.length; node++) {
    if (isJoined[node] === 0 || node === 0) names[into[node] ?? 0] = name[node] ?? 0;
  }
  return names;
}

/** Locations of the new nodes, merged from the original nodes of the same name. */
function locationsOf(tree: CallTree, into: Uint32Array, name: IndexColumn): Locations {
  const locations = emptyLocations(name.length);
  for (let node = 0; node < into.length; node++) {
    const at = into[node] ?? 0;
    if (name[at] === tree.name[node]) mergeLocation(locations, at, tree, node, tree.files);
  }
  return narrowLocations(locations);
}

/** Node → new node, and new node → its parent. New nodes are in order of first appearance. */
function newNodes(
  { name, parent }: CallTree,
  isJoined: Uint8Array,
): { into: Uint32Array; parent: Uint32Array } {
  const mayRepeat = findPossibleRepeats(parent, isJoined);
  const repeatable = mayRepeat.reduce((sum, may) => sum + may, 0);
  const children = new PairTable(repeatable);
  /** Id of a pair of parent and name → node. */
  const nodeOf = new Uint32Array(repeatable);
  const into = new Uint32Array(name.length);
  const parents = new Uint32Array(name.length);
  let count = 1;
  for (let node = 1; node < into.length; node++) {
    const above = into[parent[node] ?? 0] ?? 0;
    if (isJoined[node] === 1) {
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

/** Node → 1 if it can end up next to another node of the same name. */
function findPossibleRepeats(parent: Uint32Array, isJoined: Uint8Array): Uint8Array {
  const hasJoinedChild = new Uint8Array(isJoined.length);
  for (let node = isJoined.length - 1; node > 0; node--)
    if (isJoined[node] === 1) hasJoinedChild[parent[node] ?? 0] = 1;
  const below = new Uint8Array(isJoined.length);
  for (let node = 1; node < isJoined.length; node++) {
    const above = parent[node] ?? 0;
    below[node] = hasJoinedChild[above] === 1 || isJoined[above] === 1 ? 1 : (below[above] ?? 0);
  }
  return below;
}

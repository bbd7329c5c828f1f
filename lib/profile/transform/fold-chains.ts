import type { CallTree } from '../tree/call-tree';
import { indexColumn } from '../tree/columns';
import { chainName, fitsInChain } from '../tree/frame-chain';
import { frameColumns, gather } from '../tree/keep-nodes';
import { type SampleColumn, withSamples } from '../tree/sample-column';

/** Minimum and maximum number of frames drawn as one. The names of a longer chain would be a text of any length. */
const MIN_CHAIN = 3;
const MAX_CHAIN = 100;

/** A frame with more samples than this part of its total outside its only callee is never folded: self, or removed. */
const MAX_OUTSIDE_SHARE = 0.001;

/** First node of a chain, and one past its last. */
type Chain = { first: number; past: number };

/**
 * Draws each chain of frames with exactly one callee and almost no self as one frame, which has the total of the first and the
 * self of all. Functions that `isKept` stay frames of their own. All other nodes keep their samples and, because a chain's name
 * has all its names, their path keys. Linear.
 */
export function foldChains(tree: CallTree, isKept: (name: string) => boolean = () => false): CallTree {
  const chains = findChains(tree, isKept);
  if (chains.length === 0) return tree;
  const size = tree.name.length;
  /** Node → first node of its chain, or itself. */
  const into = Uint32Array.from({ length: size }, (_, node) => node);
  for (const { first, past } of chains) into.fill(first, first, past);
  /** Node → number of nodes before it that stay, which is its new index. */
  const newIndex = new Uint32Array(size + 1);
  const source = new Uint32Array(size);
  let count = 0;
  for (let node = 0; node < size; node++) {
    newIndex[node] = count;
    if (into[node] === node) source[count++] = node;
  }
  newIndex[size] = count;
  const kept = source.subarray(0, count);
  const columns = frameColumns(tree, kept);
  const parent = new Uint32Array(count);
  const depth = indexColumn(count, size);
  for (let node = 1; node < count; node++) {
    const above = newIndex[into[tree.parent[kept[node] ?? 0] ?? 0] ?? 0] ?? 0;
    parent[node] = above;
    depth[node] = (depth[above] ?? 0) + 1;
  }
  const end = new Uint32Array(count);
  gather(end, gather(new Uint32Array(count), kept, tree.end), newIndex);
  const folded = { ...tree, ...columns, parent, depth, end };
  return {
    ...folded,
    ...named(tree, folded, chains, newIndex),
    self: columns.self.map((column, state) => withSelf(column, tree.self[state] ?? column, chains, newIndex)),
  };
}

function findChains(tree: CallTree, isKept: (name: string) => boolean): Chain[] {
  const canFold = Uint8Array.from(tree.names, (name) => (fitsInChain(name) && !isKept(name) ? 1 : 0));
  const size = tree.name.length;
  const isLink = (node: number) =>
    node < size &&
    canFold[tree.name[node] ?? 0] === 1 &&
    node + 1 < (tree.end[node] ?? 0) &&
    tree.end[node + 1] === tree.end[node] &&
    isAlmostCallee(tree, node);
  const chains: Chain[] = [];
  for (let first = 1; first < size; ) {
    let past = first;
    // The only callee of a frame is the next node.
    while (past - first < MAX_CHAIN && isLink(past)) past += 1;
    if (past - first >= MIN_CHAIN) chains.push({ first, past });
    first = Math.max(past, first + 1);
  }
  return chains;
}

/** Whether almost all samples of a node are those of its only callee, which is the next node. */
function isAlmostCallee({ self, total }: CallTree, node: number): boolean {
  let own = 0;
  let all = 0;
  let callee = 0;
  for (let state = 0; state < self.length; state++) {
    own += self[state]?.[node] ?? 0;
    all += total[state]?.[node] ?? 0;
    callee += total[state]?.[node + 1] ?? 0;
  }
  return own >= 0 && Math.abs(all - callee) <= all * MAX_OUTSIDE_SHARE;
}

/** Names of the chains; they have no source location of their own. */
function named(
  tree: CallTree,
  folded: CallTree,
  chains: readonly Chain[],
  newIndex: Uint32Array,
): Pick<CallTree, 'names' | 'name'> {
  const names = [...tree.names];
  const known = new Map<string, number>();
  const indexes = chains.map(({ first, past }) => {
    const text = chainName(Array.from(tree.name.subarray(first, past), (index) => tree.names[index] ?? ''));
    const index = known.get(text) ?? names.push(text) - 1;
    known.set(text, index);
    return index;
  });
  const name = indexColumn(folded.name.length, names.length - 1);
  name.set(folded.name);
  chains.forEach(({ first }, chain) => {
    const node = newIndex[first] ?? 0;
    name[node] = indexes[chain] ?? 0;
    folded.file[node] = -1;
    folded.lineFrom[node] = 0;
    folded.lineTo[node] = 0;
  });
  return { names, name };
}

/** The self column with that of each chain added to its first frame. */
function withSelf(
  folded: SampleColumn,
  self: SampleColumn,
  chains: readonly Chain[],
  newIndex: Uint32Array,
): SampleColumn {
  let column = folded;
  for (const { first, past } of chains) {
    let sum = 0;
    for (let node = first; node < past; node++) sum += self[node] ?? 0;
    column = withSamples(column, newIndex[first] ?? 0, sum);
  }
  return column;
}

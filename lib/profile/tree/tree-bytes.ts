import type { CallTree } from './call-tree';
import { readTotals, rootTotal, unreadBytes } from './totals-on-demand';

/** Overhead of a string besides its characters: its header, and its entry in a map of functions or in a string table. */
const NAME_BYTES = 150;
const FILE_BYTES = 50;

/** Estimated size of trees in memory. Columns and string tables that several trees share are counted once. */
export function treeBytes(...trees: readonly CallTree[]): number {
  const buffers = new Set(trees.flatMap(columnsOf).map(({ buffer }) => buffer));
  const names = new Set(trees.map((tree) => tree.names));
  const files = new Set(trees.map((tree) => tree.files));
  const totals = new Set(trees.map((tree) => tree.total));
  return (
    sumOf(totals, unreadBytes) +
    sumOf(buffers, ({ byteLength }) => byteLength) +
    sumOf(names, (table) => textBytes(table, NAME_BYTES)) +
    sumOf(files, (table) => textBytes(table, FILE_BYTES))
  );
}

const columnsOf = ({ name, parent, depth, end, file, lineFrom, lineTo, self, total }: CallTree) => [
  name,
  parent,
  depth,
  end,
  file,
  lineFrom,
  lineTo,
  ...self,
  ...readTotals(total),
];

const textBytes = (texts: readonly string[], overhead: number) =>
  sumOf(texts, ({ length }) => overhead + 2 * length);

function sumOf<Item>(items: Iterable<Item>, of: (item: Item) => number): number {
  let sum = 0;
  for (const item of items) sum += of(item);
  return sum;
}

/** Bytes of a column of total samples over thread states; with a single state it is the tree's own column. */
export function totalColumnBytes({ name, states, total }: CallTree): number {
  if (states.length < 2) return 0;
  const whole = sumOf(states.keys(), (state) => rootTotal(total, state));
  const isNarrow = whole < 2 ** 32 && readTotals(total).every((column) => column instanceof Uint32Array);
  return name.length * (isNarrow ? 4 : 8);
}

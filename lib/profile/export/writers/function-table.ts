import type { CallTree } from '../../tree/call-tree';
import { NAMELESS } from '../../tree/frame-text';
import { PairTable } from '../../tree/pair-table';
import { ROOT_NAME } from './frame-text';

const NO_NAME = 0xffffffff;

/** Functions of a tree, distinct by name and file. Function 0 is the root, for its self samples. */
export type FunctionTable = {
  /** Node → function. */
  ofNode: Uint32Array;
  /** Function → index in the tree's files, or -1. */
  file: Int32Array;
  /** Function → its lowest line in the profile, 0 when unknown. */
  line: Uint32Array;
  /** Name for the file, never empty. */
  name(id: number): string;
};

export function functionTable(tree: CallTree): FunctionTable {
  const size = tree.name.length;
  const table = new PairTable();
  const ofNode = new Uint32Array(size);
  ofNode[0] = table.id(NO_NAME, 0);
  for (let node = 1; node < size; node++) {
    ofNode[node] = table.id(tree.name[node] ?? 0, (tree.file[node] ?? -1) + 1);
  }
  const line = new Uint32Array(table.size);
  for (let node = 0; node < size; node++) {
    const id = ofNode[node] ?? 0;
    const from = tree.lineFrom[node] ?? 0;
    const lowest = line[id] ?? 0;
    if (from > 0 && (lowest === 0 || from < lowest)) line[id] = from;
  }
  const file = Int32Array.from(table.second.subarray(0, table.size), (index) => index - 1);
  return {
    ofNode,
    file,
    line,
    name: (id) => (id === 0 ? ROOT_NAME : tree.names[table.first[id] ?? 0] || NAMELESS),
  };
}

/** Total characters of the names and files of all functions; a file counts once for each of its functions. */
export function characterCount({ files }: CallTree, { file, name }: FunctionTable): number {
  let characters = 0;
  for (let id = 0; id < file.length; id++) {
    characters += name(id).length + (files[file[id] ?? -1]?.length ?? 0);
  }
  return characters;
}

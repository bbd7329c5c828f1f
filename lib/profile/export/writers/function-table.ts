import type { CallTree } from '../../tree/call-tree';
import { frameText, ROOT_NAME } from './frame-text';
import { PairTable } from './pair-table';

const NO_NAME = 0xffffffff;

/** Functions of a tree: frames of one name and one file. Function 0 stands for what the root has itself. */
export type Functions = {
  /** Node → function. */
  of: Uint32Array;
  /** Function → index in the tree's files, or -1. */
  file: Int32Array;
  /** Function → lowest line seen in it, 0 when unknown. */
  line: Uint32Array;
  /** The name as it is written. */
  name(id: number): string;
};

/** One pass over the nodes. */
export function functionsOf(tree: CallTree): Functions {
  const size = tree.name.length;
  const table = new PairTable();
  const of = new Uint32Array(size);
  of[0] = table.id(NO_NAME, 0);
  for (let node = 1; node < size; node++) {
    of[node] = table.id(tree.name[node] ?? 0, (tree.file[node] ?? -1) + 1);
  }
  const line = new Uint32Array(table.size);
  for (let node = 0; node < size; node++) {
    const own = of[node] ?? 0;
    const from = tree.lineFrom[node] ?? 0;
    const known = line[own] ?? 0;
    if (from > 0 && (known === 0 || from < known)) line[own] = from;
  }
  const file = Int32Array.from(table.second.subarray(0, table.size), (index) => index - 1);
  return {
    of,
    file,
    line,
    name: (id) => (id === 0 ? ROOT_NAME : frameText(tree.names[table.first[id] ?? 0] ?? '')),
  };
}

/** Characters of all functions' names and files, each as often as a function has it. */
export function charactersOf({ files }: CallTree, { file, name }: Functions): number {
  let characters = 0;
  for (let id = 0; id < file.length; id++) {
    characters += name(id).length + (files[file[id] ?? -1]?.length ?? 0);
  }
  return characters;
}

import type { Profile } from '../../tree/call-tree';
import type { Head } from './head';
import { MARK } from './mark';
import { sampleSections } from './samples';
import { joinSections } from './sections';
import { textSections } from './texts';
import { narrowest } from './widths';

/**
 * A profile for storage that is read without converting each number: a mark, the length of the head and the head as JSON, string
 * tables, then columns with a number for each node, which are as narrow as their numbers allow, and the self samples of each state.
 */
export function writeColumns({ tree, ...envelope }: Profile): Uint8Array {
  const { states, file, lineFrom, lineTo } = tree;
  const [names, files] = [textSections(tree.names), textSections(tree.files)];
  const depth = narrowest(tree.depth);
  const lines = narrowest(lineTo.map((to, node) => to - (lineFrom[node] ?? 0)));
  const self = tree.self.map(sampleSections);
  const head: Head = {
    ...envelope,
    ...{ states, nodes: tree.name.length, names: names.head, files: files.head },
    widths: {
      name: widthOf(tree.name),
      depth: depth.width,
      file: widthOf(file),
      lineFrom: widthOf(lineFrom),
      lineTo: widthOf(lineTo),
      lines: lines.width,
    },
    self: self.map((each) => each.head),
  };
  const json = Buffer.from(JSON.stringify(head));
  return joinSections([
    MARK,
    Uint32Array.of(json.length),
    json,
    ...names.sections,
    ...files.sections,
    ...[tree.name, depth.column, file, lineFrom, lines.column],
    ...self.flatMap((each) => each.sections),
  ]);
}

const widthOf = (column: Uint16Array | Uint32Array | Int16Array | Int32Array) =>
  column.BYTES_PER_ELEMENT === 2 ? 2 : 4;

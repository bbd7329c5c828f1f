import type { CallTree, Profile } from '../../tree/call-tree';
import { type IndexColumn, indexColumn } from '../../tree/columns';
import { totalsOnDemand } from '../../tree/totals-on-demand';
import { utf8Text } from '../text-table';
import { framesAt } from './frames';
import { type Head, inconsistent, parseHead } from './head';
import { MARK } from './mark';
import { readSamples } from './samples';
import { SectionReader } from './sections';
import { readTexts } from './texts';
import { readWidth, type WholeColumn } from './widths';

/**
 * Reads the output of `writeColumns`; throws UndecodableProfile if it is inconsistent. Columns of the tree are views of the bytes
 * where possible, so these must not change afterwards.
 */
export function readColumns(bytes: Uint8Array): Profile {
  const input = new SectionReader(bytes);
  input.next(Uint8Array, MARK.length);
  const [length = 0] = input.next(Uint32Array, 1);
  const {
    states,
    nodes,
    names,
    files,
    widths,
    self: samples,
    ...envelope
  } = parseHead(utf8Text(input.next(Uint8Array, length), 0, length));
  const tables = { names: readTexts(input, names), files: readTexts(input, files) };
  const name = input.next<IndexColumn>(widths.name === 2 ? Uint16Array : Uint32Array, nodes);
  const frames = framesAt(readWidth(input, widths.depth, nodes));
  const file = input.next<CallTree['file']>(widths.file === 2 ? Int16Array : Int32Array, nodes);
  const lines = readLines(input, nodes, widths);
  const summed = samples.map((each) => readSamples(input, each, nodes) ?? refuse());
  input.finish();
  if (!frames || !areBelow(name, tables.names.length) || !areBelow(file, tables.files.length)) refuse();
  const self = summed.map(({ column }) => column);
  const total = totalsOnDemand(frames.parent, summed);
  return { ...envelope, tree: { ...tables, name, ...frames, file, ...lines, states, self, total } };
}

function readLines(input: SectionReader, nodes: number, widths: Head['widths']) {
  const lineFrom = input.next<IndexColumn>(widths.lineFrom === 2 ? Uint16Array : Uint32Array, nodes);
  const lines = readWidth(input, widths.lines, nodes);
  const lineTo = indexColumn(nodes, widths.lineTo === 2 ? 0xffff : 0xffffffff);
  for (let node = 0; node < nodes; node++) lineTo[node] = (lineFrom[node] ?? 0) + (lines[node] ?? 0);
  return { lineFrom, lineTo };
}

/** Whether all indexes are in a table; -1 means none. */
function areBelow(column: WholeColumn | Int16Array | Int32Array, count: number): boolean {
  for (let i = 0; i < column.length; i++) {
    const index = column[i] ?? 0;
    if (index >= count || index < -1) return false;
  }
  return true;
}

function refuse(): never {
  throw inconsistent();
}

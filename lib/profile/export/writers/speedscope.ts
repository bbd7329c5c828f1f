import type { CallTree } from '../../tree/call-tree';
import { ByteWriter } from './byte-writer';
import type { ExportStream, ExportTitle } from './export-stream';
import { characterCount, type FunctionTable, functionTable } from './function-table';
import { type StateColumns, stateColumns } from './state-columns';

const SCHEMA = 'https://www.speedscope.app/file-format-schema.json';

const MAX_HEADER_BYTES = 4096;
const MAX_EVENT_BYTES = 72;
const MAX_FRAME_BYTES = 48;
/** Events are encoded in batches of this size, because encoding them one by one is slow. */
const BATCH_CHARACTERS = 1 << 14;
/** Per UTF-16 code unit, in JSON. */
const MAX_CHARACTER_BYTES = 6;

/**
 * Speedscope's own JSON (SCHEMA): an evented profile for each given thread state that has samples, over one table of functions.
 * Each profile walks the tree, one sample taking one unit of time, so its size grows with the nodes and not with the stacks.
 */
export function writeSpeedscope(tree: CallTree, states: readonly string[], title: ExportTitle): ExportStream {
  const sampled = stateColumns(tree, states).filter(({ total }) => (total[0] ?? 0) > 0);
  // Speedscope rejects a file without profiles.
  const columns = sampled.length > 0 ? sampled : [{ state: 'samples', self: EMPTY, total: EMPTY }];
  const functions = functionTable(tree);
  return {
    maxBytes: maxBytesOf(tree, functions, columns.length),
    maxStackBytes: 0,
    chunks: () => file(tree, columns, functions, title),
  };
}

const EMPTY = new Float64Array(1);

/** A walk has two events per frame. */
function maxBytesOf(tree: CallTree, functions: FunctionTable, stateCount: number): number {
  const frames =
    functions.file.length * MAX_FRAME_BYTES + characterCount(tree, functions) * MAX_CHARACTER_BYTES;
  return MAX_HEADER_BYTES * (stateCount + 1) + frames + 2 * MAX_EVENT_BYTES * tree.name.length * stateCount;
}

function* file(
  tree: CallTree,
  columns: readonly StateColumns[],
  functions: FunctionTable,
  { group, range }: ExportTitle,
): Generator<Uint8Array> {
  const out = new ByteWriter();
  const header = { $schema: SCHEMA, name: `${group}, ${range}`, exporter: 'Triptych', activeProfileIndex: 0 };
  out.text(`${JSON.stringify(header).slice(0, -1)},\n"shared":{"frames":[`);
  for (let id = 0; id < functions.file.length; id++) {
    const frame = {
      name: functions.name(id),
      file: tree.files[functions.file[id] ?? -1],
      line: functions.line[id] || undefined,
    };
    out.text(`${id === 0 ? '' : ','}\n${JSON.stringify(frame)}`);
    if (out.isFull) yield out.take();
  }
  out.text(']},\n"profiles":[');
  for (const [i, column] of columns.entries()) {
    if (i > 0) out.text(',');
    yield* profile(tree, column, functions.ofNode, out);
  }
  out.text(']}\n');
  yield out.take();
}

/** A frame is open during the samples of its subtree; its self samples come first. */
function* profile(
  { name, end }: CallTree,
  { state, self, total }: StateColumns,
  functionOf: Uint32Array,
  out: ByteWriter,
): Generator<Uint8Array> {
  out.text(`\n${JSON.stringify({ type: 'evented', name: state, unit: 'none' }).slice(0, -1)},"events":[`);
  let at = 0;
  let text = '';
  let separator = '';
  const event = (type: 'O' | 'C', node: number) => {
    text += `${separator}\n{"type":"${type}","frame":${functionOf[node]},"at":${at}}`;
    separator = ',';
    if (text.length < BATCH_CHARACTERS) return;
    out.text(text);
    text = '';
  };
  const open: number[] = [];
  const closeBefore = (node: number) => {
    for (let last = open.at(-1); last !== undefined && (end[last] ?? 0) <= node; last = open.at(-1)) {
      event('C', last);
      open.pop();
    }
  };
  if ((self[0] ?? 0) > 0) {
    event('O', 0);
    at += self[0] ?? 0;
    event('C', 0);
  }
  for (let node = 1; node < name.length; ) {
    closeBefore(node);
    if ((total[node] ?? 0) === 0) {
      node = end[node] ?? name.length;
      continue;
    }
    event('O', node);
    open.push(node);
    at += self[node] ?? 0;
    node += 1;
    if (out.isFull) yield out.take();
  }
  closeBefore(name.length);
  out.text(`${text}],"startValue":0,"endValue":${at}}`);
}

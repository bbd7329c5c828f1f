import type { CallTree } from '../../tree/call-tree';
import { OutBytes } from './byte-writer';
import type { ExportStream, ExportTitle } from './export-stream';
import { charactersOf, type Functions, functionsOf } from './function-table';
import { type StateSamples, samplesIn } from './state-columns';

const SCHEMA = 'https://www.speedscope.app/file-format-schema.json';

const MOST_HEAD_BYTES = 4096;
const MOST_EVENT_BYTES = 72;
const MOST_FRAME_BYTES = 48;
/** ExportStream at once, for speed. */
const PIECE_CHARACTERS = 1 << 14;
/** Of a character in JSON. */
const MOST_CHARACTER_BYTES = 6;

/**
 * A tree as speedscope's own JSON (SCHEMA): a profile for each of the thread states given that has samples, over one table
 * of functions. Each is a walk through the tree in which a sample takes one unit, so that it grows with the nodes and not
 * with the lengths of their stacks.
 */
export function writeSpeedscope(tree: CallTree, states: readonly string[], title: ExportTitle): ExportStream {
  const all = samplesIn(tree, states);
  const some = all.filter(({ total }) => (total[0] ?? 0) > 0);
  // Speedscope refuses a file without any.
  const samples = some.length > 0 ? some : [{ state: 'samples', self: NONE, total: NONE }];
  const functions = functionsOf(tree);
  return {
    maxBytes: mostBytesOf(tree, functions, samples.length),
    maxStackBytes: 0,
    chunks: () => file(tree, samples, functions, title),
  };
}

const NONE = new Float64Array(1);

/** A walk has two events a frame. */
function mostBytesOf(tree: CallTree, functions: Functions, states: number): number {
  const frames =
    functions.file.length * MOST_FRAME_BYTES + charactersOf(tree, functions) * MOST_CHARACTER_BYTES;
  return MOST_HEAD_BYTES * (states + 1) + frames + 2 * MOST_EVENT_BYTES * tree.name.length * states;
}

function* file(
  tree: CallTree,
  samples: readonly StateSamples[],
  functions: Functions,
  { group, range }: ExportTitle,
): Generator<Uint8Array> {
  const out = new OutBytes();
  const about = { $schema: SCHEMA, name: `${group}, ${range}`, exporter: 'Triptych', activeProfileIndex: 0 };
  out.text(`${JSON.stringify(about).slice(0, -1)},\n"shared":{"frames":[`);
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
  for (const [i, state] of samples.entries()) {
    if (i > 0) out.text(',');
    yield* profile(tree, state, functions.of, out);
  }
  out.text(']}\n');
  yield out.take();
}

/** A frame opens when its subtree's samples begin and closes after them, its own first. */
function* profile(
  { name, end }: CallTree,
  { state, self, total }: StateSamples,
  functionOf: Uint32Array,
  out: OutBytes,
): Generator<Uint8Array> {
  out.text(`\n${JSON.stringify({ type: 'evented', name: state, unit: 'none' }).slice(0, -1)},"events":[`);
  let at = 0;
  let text = '';
  let separator = '';
  const event = (type: 'O' | 'C', node: number) => {
    text += `${separator}\n{"type":"${type}","frame":${functionOf[node]},"at":${at}}`;
    separator = ',';
    if (text.length < PIECE_CHARACTERS) return;
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

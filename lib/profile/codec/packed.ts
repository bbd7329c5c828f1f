import type { CallTree, Profile } from '../tree/call-tree';
import { indexColumn, narrowed } from '../tree/columns';
import { type SampleColumn, withSamples } from '../tree/sample-column';
import { emptyLocations, type Locations, narrowLocations } from '../tree/source-locations';
import { sumSubtrees } from '../tree/sum-subtrees';
import { UndecodableProfile } from '../tree/undecodable';
import { PackedReader, PackedWriter } from './packed-bytes';
import { TextTable, utf8Text } from './text-table';

/** First bytes of a packed profile, distinct from JSON, Ion and gzip. The last byte is the version. */
const MARK = [0x00, 0x54, 0x52, 0x49, 0x01];

type Envelope = Pick<Profile, 'start' | 'end' | 'sampleWeights'> & { states: string[]; nodes: number };

export function isPacked(bytes: Uint8Array): boolean {
  return MARK.every((byte, i) => bytes[i] === byte);
}

/**
 * Packs a profile into few bytes: the envelope as JSON, string tables, the columns of all nodes
 * but the root, then for each state the nodes with samples. Numbers are VarUInts.
 */
export function packProfile({ tree, ...envelope }: Profile): Uint8Array {
  const { names, files, states } = tree;
  const head: Envelope = { ...envelope, states, nodes: tree.name.length };
  const out = new PackedWriter();
  out.raw(Uint8Array.from(MARK));
  const json = Buffer.from(JSON.stringify(head));
  out.varUInt(json.length);
  out.raw(json);
  packTexts(names, out);
  packTexts(files, out);
  for (let node = 1; node < tree.name.length; node++) {
    out.varUInt(tree.name[node] ?? 0);
    // The number of frames closed since the previous one.
    out.varUInt((tree.depth[node - 1] ?? 0) + 1 - (tree.depth[node] ?? 0));
  }
  for (let node = 0; node < tree.name.length; node++) {
    const from = tree.lineFrom[node] ?? 0;
    out.varUInt((tree.file[node] ?? -1) + 1);
    out.varUInt(from);
    if (from > 0) out.varUInt((tree.lineTo[node] ?? from) - from);
  }
  for (const column of tree.self) packSamples(column, out);
  return out.finish();
}

function packTexts(texts: readonly string[], out: PackedWriter): void {
  out.varUInt(texts.length);
  for (const text of texts) {
    const bytes = Buffer.from(text);
    out.varUInt(bytes.length);
    out.raw(bytes);
  }
}

function packSamples(column: SampleColumn, out: PackedWriter): void {
  const nodes: number[] = [];
  let areWhole = true;
  for (let node = 0; node < column.length; node++) {
    const samples = column[node] ?? 0;
    if (samples === 0) continue;
    nodes.push(node);
    areWhole &&= Number.isSafeInteger(samples) && samples > 0;
  }
  out.varUInt(nodes.length);
  out.varUInt(areWhole ? 1 : 0);
  let previous = 0;
  for (const node of nodes) {
    out.varUInt(node - previous);
    previous = node;
    if (areWhole) out.varUInt(column[node] ?? 0);
    else out.double(column[node] ?? 0);
  }
}

/** String tables that several profiles share. */
export class SharedTexts {
  readonly names = new TextTable(['']);
  readonly files = new TextTable();
}

/**
 * Unpacks the output of `packProfile`; throws UndecodableProfile if it is inconsistent. Profiles unpacked with the same `texts`
 * share its tables, which contain the texts of all of them.
 */
export function unpackProfile(bytes: Uint8Array, texts = new SharedTexts()): Profile {
  const input = new PackedReader(bytes, MARK.length);
  const { states, nodes, ...envelope } = envelopeOf(input);
  const nameIds = unpackTexts(input, texts.names);
  const fileIds = unpackTexts(input, texts.files);
  const frames = unpackFrames(input, nodes, nameIds);
  const locations = unpackLocations(input, nodes, fileIds);
  const self = states.map(() => unpackSamples(input, nodes));
  input.finish();
  const total = self.map((column) => sumSubtrees(frames.parent, column));
  const { names, files } = texts;
  return {
    ...envelope,
    tree: { names: names.texts, files: files.texts, ...frames, ...locations, states, self, total },
  };
}

function envelopeOf(input: PackedReader): Envelope {
  const json = textIn(input);
  const envelope = parsed(json);
  // Every node but the root takes at least two bytes.
  if (!isEnvelope(envelope) || envelope.nodes > input.length) throw inconsistent();
  return envelope;
}

function textIn(input: PackedReader): string {
  const { start, end } = input.span(input.varUInt());
  return utf8Text(input.bytes, start, end);
}

function parsed(json: string): Partial<Envelope> | null {
  try {
    return JSON.parse(json);
  } catch {
    throw inconsistent();
  }
}

function isEnvelope(envelope: Partial<Envelope> | null): envelope is Envelope {
  const { states, sampleWeights, nodes = 0 } = envelope ?? {};
  const areTexts = Array.isArray(states) && states.every((state) => typeof state === 'string');
  return areTexts && typeof sampleWeights === 'object' && Number.isInteger(nodes) && nodes >= 1;
}

/** Reads a string table and returns the id of each text. */
function unpackTexts(input: PackedReader, texts: TextTable): Uint32Array {
  const count = input.varUInt();
  if (count > input.length) throw inconsistent();
  const ids = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const { start, end } = input.span(input.varUInt());
    ids[i] = texts.id(input.bytes, input.view, start, end);
  }
  return ids;
}

function unpackFrames(
  input: PackedReader,
  nodes: number,
  ids: Uint32Array,
): Pick<CallTree, 'name' | 'parent' | 'depth' | 'end'> {
  const maxId = ids.reduce((max, id) => Math.max(max, id), 0);
  const name = indexColumn(nodes, maxId);
  const parent = new Uint32Array(nodes);
  const depth = new Uint32Array(nodes);
  const end = new Uint32Array(nodes).fill(nodes);
  for (let node = 1; node < nodes; node++) {
    const own = input.varUInt();
    const closed = input.varUInt();
    const above = (depth[node - 1] ?? 0) + 1 - closed;
    if (own >= ids.length || above < 1) throw inconsistent();
    name[node] = ids[own] ?? 0;
    depth[node] = above;
    let sibling = node - 1;
    for (let i = 0; i < closed; i++) {
      end[sibling] = node;
      sibling = parent[sibling] ?? 0;
    }
    parent[node] = sibling;
  }
  return { name, parent, depth: narrowed(depth, new Uint16Array(nodes)), end };
}

function unpackLocations(input: PackedReader, nodes: number, ids: Uint32Array): Locations {
  const { file, lineFrom, lineTo } = emptyLocations(nodes);
  for (let node = 0; node < nodes; node++) {
    const own = input.varUInt();
    if (own > ids.length) throw inconsistent();
    file[node] = own === 0 ? -1 : (ids[own - 1] ?? 0);
    const from = input.varUInt();
    lineFrom[node] = from;
    lineTo[node] = from > 0 ? from + input.varUInt() : 0;
  }
  return narrowLocations({ file, lineFrom, lineTo });
}

function unpackSamples(input: PackedReader, nodes: number): SampleColumn {
  let column: SampleColumn = new Uint32Array(nodes);
  const count = input.varUInt();
  const areWhole = input.varUInt() === 1;
  let node = 0;
  for (let i = 0; i < count; i++) {
    node += input.varUInt();
    if (node >= nodes) throw inconsistent();
    column = withSamples(column, node, areWhole ? input.varUInt() : input.double());
  }
  return column;
}

const inconsistent = () => new UndecodableProfile('The stored profile is inconsistent.');

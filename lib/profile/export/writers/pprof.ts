import { SAMPLE } from '../../codec/pprof-fields';
import { samplesOf } from '../../transform/screen';
import type { CallTree, Profile } from '../../tree/call-tree';
import { PairTable } from '../../tree/pair-table';
import type { SampleColumn } from '../../tree/sample-column';
import { MAX_WHOLE_SAMPLES, sampleRounder } from '../../tree/sample-rounder';
import { ByteWriter, varintBytes } from './byte-writer';
import type { ExportStream, ExportTitle } from './export-stream';
import { characterCount, type FunctionTable, functionTable } from './function-table';
import { PprofTables } from './pprof-tables';
import { fieldBytes, writeLength } from './proto-fields';
import { stackSizes } from './stack-sizes';
import { type StateColumns, stateColumns } from './state-columns';

const LOCATION_IDS = 1;
const VALUES = 2;

/** Per value of a sample; the tags and lengths of a sample take less than two values do. */
const MAX_VALUE_BYTES = 10;
const MAX_HEADER_BYTES = 4096;
/** Per function or location. */
const MAX_ROW_BYTES = 48;
/** Per UTF-16 code unit, in UTF-8. */
const MAX_CHARACTER_BYTES = 3;

/**
 * A pprof profile (https://github.com/google/pprof/blob/main/proto/profile.proto), not yet gzipped. Every stack has a value for
 * each given thread state and, as the default sample type, their sum. A frame's location is its first line.
 */
export function writePprof(profile: Profile, states: readonly string[], title: ExportTitle): ExportStream {
  const { tree } = profile;
  const columns = stateColumns(tree, states);
  const self = samplesOf(tree, states, 'self');
  const functions = functionTable(tree);
  const { locations, ofNode } = locationTable(tree, functions);
  const overhead = MAX_VALUE_BYTES * (columns.length + 2);
  const { all, longest } = stackSizes(tree, self, (node) => varintBytes(ofNode[node] ?? 0), overhead);
  return {
    maxBytes: MAX_HEADER_BYTES + all + maxTableBytes(tree, functions, locations.size),
    maxStackBytes: longest,
    *chunks() {
      const out = new ByteWriter();
      const tables = new PprofTables(out);
      tables.header(
        profile,
        columns.map(({ state }) => state),
        title,
      );
      yield* stacks(tree, self, columns, ofNode, out);
      yield* tables.rows(tree, functions, locations);
      yield out.take();
    },
  };
}

/** Distinct locations (function, first line), and the id of each node's, which pprof counts from 1. */
function locationTable({ lineFrom }: CallTree, functions: FunctionTable) {
  const locations = new PairTable();
  const ofNode = new Uint32Array(lineFrom.length);
  for (let node = 0; node < ofNode.length; node++) {
    ofNode[node] = locations.id(functions.ofNode[node] ?? 0, lineFrom[node] ?? 0) + 1;
  }
  return { locations, ofNode };
}

const maxTableBytes = (tree: CallTree, functions: FunctionTable, locationCount: number) =>
  MAX_ROW_BYTES * (functions.file.length + locationCount) +
  MAX_CHARACTER_BYTES * characterCount(tree, functions);

function* stacks(
  { name, depth }: CallTree,
  self: SampleColumn,
  columns: readonly StateColumns[],
  locationOf: Uint32Array,
  out: ByteWriter,
): Generator<Uint8Array> {
  const stack = new LeafFirstIds();
  const toWhole = columns.map(() => sampleRounder());
  for (let node = 0; node < name.length; node++) {
    stack.enter(depth[node] ?? 0, locationOf[node] ?? 0);
    if ((self[node] ?? 0) === 0) continue;
    const counts = columns.map((column, i) => toWhole[i]?.(column.self[node] ?? 0) ?? 0);
    const sum = counts.reduce((total, count) => total + count, 0);
    if (sum === 0) continue;
    writeSample(stack.bytes(), [...counts, Math.min(sum, MAX_WHOLE_SAMPLES)], out);
    if (out.isFull) yield out.take();
  }
}

function writeSample(ids: Uint8Array, values: readonly number[], out: ByteWriter): void {
  const valueBytes = values.reduce((sum, value) => sum + varintBytes(value), 0);
  writeLength(out, SAMPLE, fieldBytes(ids.length) + fieldBytes(valueBytes));
  writeLength(out, LOCATION_IDS, ids.length);
  out.raw(ids);
  writeLength(out, VALUES, valueBytes);
  for (const value of values) out.varint(value);
}

/** Location ids of the current node's stack as pprof orders them, leaf first, in one buffer. */
class LeafFirstIds {
  /** Filled from the end, so that the part that two stacks share is written once. */
  #bytes = new Uint8Array(1 << 12);
  /** Depth → bytes of the stack down to it. */
  readonly #lengths: number[] = [];
  #length = 0;

  enter(depth: number, location: number): void {
    const above = depth > 1 ? (this.#lengths[depth - 1] ?? 0) : 0;
    this.#length = above + varintBytes(location);
    if (this.#length > this.#bytes.length) this.#grow();
    this.#lengths[depth] = this.#length;
    let at = this.#bytes.length - this.#length;
    for (let rest = location; ; rest >>>= 7) {
      this.#bytes[at++] = rest >= 128 ? (rest & 0x7f) | 0x80 : rest;
      if (rest < 128) break;
    }
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(this.#bytes.length - this.#length);
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes, this.#bytes.length);
    this.#bytes = larger;
  }
}

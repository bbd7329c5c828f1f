import { SAMPLE } from '../../codec/pprof-fields';
import { samplesOf } from '../../transform/screen';
import type { CallTree, Profile } from '../../tree/call-tree';
import type { SampleColumn } from '../../tree/sample-column';
import { HIGHEST_COUNT, wholeSamples } from '../../tree/whole-samples';
import { OutBytes, varintBytes } from './byte-writer';
import type { ExportStream, ExportTitle } from './export-stream';
import { charactersOf, type Functions, functionsOf } from './function-table';
import { PairTable } from './pair-table';
import { PprofTables } from './pprof-tables';
import { fieldBytes, writeLength } from './proto-fields';
import { stackSizes } from './stack-sizes';
import { type StateSamples, samplesIn } from './state-columns';

const LOCATION_IDS = 1;
const VALUES = 2;

/** Of a number in a sample; tags and lengths around its numbers take less than two of them. */
const MOST_COUNT_BYTES = 10;
const MOST_HEAD_BYTES = 4096;
/** Of a function or a location. */
const MOST_ROW_BYTES = 48;
/** Of a character in UTF-8. */
const MOST_CHARACTER_BYTES = 3;

/**
 * A profile in pprof's format (https://github.com/google/pprof/blob/main/proto/profile.proto), not yet gzipped. Of each stack
 * it has the samples of each thread state given and, as the default, their sum. [?] A frame's location is its first line.
 */
export function writePprof(profile: Profile, states: readonly string[], title: ExportTitle): ExportStream {
  const { tree } = profile;
  const samples = samplesIn(tree, states);
  const own = samplesOf(tree, states, 'self');
  const functions = functionsOf(tree);
  const places = locationsOf(tree, functions);
  const aroundIds = MOST_COUNT_BYTES * (samples.length + 2);
  const { all, longest } = stackSizes(tree, own, (node) => varintBytes(places.of[node] ?? 0), aroundIds);
  return {
    maxBytes: MOST_HEAD_BYTES + all + mostTableBytes(tree, functions, places.locations.size),
    maxStackBytes: longest,
    *chunks() {
      const out = new OutBytes();
      const tables = new PprofTables(out);
      tables.head(
        profile,
        samples.map(({ state }) => state),
        title,
      );
      yield* stacks(tree, own, samples, places.of, out);
      yield* tables.places(tree, functions, places.locations);
      yield out.take();
    },
  };
}

/** Node → location, and the function and first line of each; ids in the format count from 1. */
function locationsOf({ lineFrom }: CallTree, functions: Functions) {
  const locations = new PairTable();
  const of = new Uint32Array(lineFrom.length);
  for (let node = 0; node < of.length; node++) {
    of[node] = locations.id(functions.of[node] ?? 0, lineFrom[node] ?? 0) + 1;
  }
  return { of, locations };
}

const mostTableBytes = (tree: CallTree, functions: Functions, locations: number) =>
  MOST_ROW_BYTES * (functions.file.length + locations) + MOST_CHARACTER_BYTES * charactersOf(tree, functions);

function* stacks(
  { name, depth }: CallTree,
  own: SampleColumn,
  samples: readonly StateSamples[],
  location: Uint32Array,
  out: OutBytes,
): Generator<Uint8Array> {
  const path = new LeafFirst();
  const whole = samples.map(() => wholeSamples());
  for (let node = 0; node < name.length; node++) {
    path.enter(depth[node] ?? 0, location[node] ?? 0);
    if ((own[node] ?? 0) === 0) continue;
    const counts = samples.map(({ self }, i) => whole[i]?.(self[node] ?? 0) ?? 0);
    const sum = counts.reduce((total, count) => total + count, 0);
    if (sum === 0) continue;
    writeStack(path.stack(), [...counts, Math.min(sum, HIGHEST_COUNT)], out);
    if (out.isFull) yield out.take();
  }
}

function writeStack(ids: Uint8Array, counts: readonly number[], out: OutBytes): void {
  const valueBytes = counts.reduce((sum, count) => sum + varintBytes(count), 0);
  writeLength(out, SAMPLE, fieldBytes(ids.length) + fieldBytes(valueBytes));
  writeLength(out, LOCATION_IDS, ids.length);
  out.raw(ids);
  writeLength(out, VALUES, valueBytes);
  for (const count of counts) out.varint(count);
}

/** The locations from the node that was entered last up to the first frame, as the format has them, in one buffer. */
class LeafFirst {
  /** Filled from the end on: what two stacks share is written once. */
  #bytes = new Uint8Array(1 << 12);
  /** Depth → bytes of the path down to it. */
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

  stack(): Uint8Array {
    return this.#bytes.subarray(this.#bytes.length - this.#length);
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes, this.#bytes.length);
    this.#bytes = larger;
  }
}

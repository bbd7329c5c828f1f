import {
  COMMENT,
  DEFAULT_SAMPLE_TYPE,
  DURATION_NANOS,
  FUNCTION,
  LOCATION,
  MAPPING,
  PERIOD,
  PERIOD_TYPE,
  SAMPLE_TYPE,
  STRING,
  TIME_NANOS,
} from '../../codec/pprof-fields';
import type { CallTree, Profile } from '../../tree/call-tree';
import type { OutBytes } from './byte-writer';
import type { ExportTitle } from './export-stream';
import type { Functions } from './function-table';
import type { PairTable } from './pair-table';
import {
  fieldBytes,
  messageBytes,
  type NumberField,
  writeLength,
  writeMessage,
  writeNumber,
  writeText,
} from './proto-fields';

/** The sample type of the states' sum, which pprof shows unless told otherwise, and the unit of all. */
export const SUM_TYPE = 'samples';
export const COUNT_UNIT = 'count';

/** All locations are of one mapping, which has functions, files and lines: nothing is left to be looked up in a binary. */
const THE_MAPPING = 1;
const TRUE = 1;

/** All of a pprof profile but its samples. A string is written where it is first needed: only their order counts. */
export class PprofTables {
  #strings = 0;

  constructor(readonly out: OutBytes) {
    this.#string('');
  }

  head({ start, end }: Profile, states: readonly string[], { group, range }: ExportTitle): void {
    const { out } = this;
    const unit = this.#string(COUNT_UNIT);
    const types = [...states, SUM_TYPE].map((type) => this.#string(type));
    const sum = types.at(-1) ?? 0;
    for (const type of types) this.#message(SAMPLE_TYPE, [1, type], [2, unit]);
    this.#message(PERIOD_TYPE, [1, sum], [2, unit]);
    writeNumber(out, PERIOD, 1);
    writeNumber(out, DEFAULT_SAMPLE_TYPE, sum);
    writeNumber(out, COMMENT, this.#string(`Profiling group ${group}, ${range}, from Triptych`));
    if (isInstant(start)) writeNumber(out, TIME_NANOS, nanos(start));
    if (isInstant(start) && isInstant(end) && end > start) {
      writeNumber(out, DURATION_NANOS, nanos(end) - nanos(start));
    }
    const file = this.#string(group);
    this.#message(MAPPING, [1, THE_MAPPING], [5, file], [7, TRUE], [8, TRUE], [9, TRUE]);
  }

  /** Ids in the format count from 1. */
  *places({ files }: CallTree, functions: Functions, locations: PairTable): Generator<Uint8Array> {
    const fileStrings: number[] = [0];
    for (let id = 0; id < functions.file.length; id++) {
      const file = (functions.file[id] ?? -1) + 1;
      fileStrings[file] ??= this.#string(files[file - 1] ?? '');
      const name = this.#string(functions.name(id));
      this.#message(FUNCTION, [1, id + 1], [2, name], [4, fileStrings[file]]);
      if (this.out.isFull) yield this.out.take();
    }
    for (let id = 0; id < locations.size; id++) {
      this.#location(id + 1, (locations.first[id] ?? 0) + 1, locations.second[id] ?? 0);
      if (this.out.isFull) yield this.out.take();
    }
  }

  #location(id: number, functionId: number, line: number): void {
    const members: NumberField[] = [
      [1, id],
      [2, THE_MAPPING],
    ];
    const lines: NumberField[] = [
      [1, functionId],
      [2, line],
    ];
    writeLength(this.out, LOCATION, messageBytes(members) + fieldBytes(messageBytes(lines)));
    for (const [field, value] of members) writeNumber(this.out, field, value);
    writeMessage(this.out, 4, lines);
  }

  #message(field: number, ...members: NumberField[]): void {
    writeMessage(this.out, field, members);
  }

  #string(text: string): number {
    writeText(this.out, STRING, text);
    return this.#strings++;
  }
}

/** Nanoseconds have 63 bits, which ends in the year 2262. */
const isInstant = (ms: number | undefined): ms is number => ms !== undefined && ms >= 0 && ms < 9.2e12;

const nanos = (ms: number) => BigInt(Math.round(ms)) * 1_000_000n;

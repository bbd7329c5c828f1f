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
import type { PairTable } from '../../tree/pair-table';
import type { ByteWriter } from './byte-writer';
import type { ExportTitle } from './export-stream';
import type { FunctionTable } from './function-table';
import {
  fieldBytes,
  messageBytes,
  type NumberField,
  writeLength,
  writeMessage,
  writeNumber,
  writeText,
} from './proto-fields';

/** Sample type of the sum over the states, which pprof shows by default, and the unit of all types. */
const SUM_TYPE = 'samples';
const COUNT_UNIT = 'count';

/** The only mapping. It claims to have functions, files and lines, so that readers look for no binary. */
const MAPPING_ID = 1;
const TRUE = 1;

/** Writes everything in a pprof profile except its samples. Strings are written where they are first needed: only their order matters. */
export class PprofTables {
  #stringCount = 0;

  constructor(readonly out: ByteWriter) {
    this.#string('');
  }

  header({ start, end }: Profile, states: readonly string[], { group, range }: ExportTitle): void {
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
    this.#message(MAPPING, [1, MAPPING_ID], [5, file], [7, TRUE], [8, TRUE], [9, TRUE]);
  }

  /** Functions and locations. Ids count from 1. */
  *rows({ files }: CallTree, functions: FunctionTable, locations: PairTable): Generator<Uint8Array> {
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
      [2, MAPPING_ID],
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
    return this.#stringCount++;
  }
}

/** Nanoseconds must fit into 63 bits, which they do until the year 2262. */
const isInstant = (ms: number | undefined): ms is number => ms !== undefined && ms >= 0 && ms < 9.2e12;

const nanos = (ms: number) => BigInt(Math.round(ms)) * 1_000_000n;

import {
  DEFAULT_SAMPLE_TYPE,
  DURATION_NANOS,
  FUNCTION,
  LOCATION,
  MAPPING,
  PERIOD,
  PERIOD_TYPE,
  SAMPLE,
  SAMPLE_TYPE,
  STRING,
  TIME_NANOS,
} from '../../codec/pprof-fields';
import { nameInFile } from '../distinct-names';
import type { StackFrame } from '../stack-collector';
import { notPprof, ProtoReader } from './proto-reader';
import type { ValueType } from './sample-clock';

type Row = Map<number, number>;
type Location = { mapping: number; address: number; lines: Row[] };

/** A pprof profile. Its samples are read one by one, once everything else is known. */
export class PprofFile {
  timeNanos = 0;
  durationNanos = 0;
  period = 0;
  readonly samples: ProtoReader[] = [];
  readonly #strings: string[] = [];
  readonly #types: Row[] = [];
  #periodType: Row = new Map();
  #defaultType = 0;
  readonly #mappings = new Map<number, Row>();
  readonly #functions = new Map<number, Row>();
  readonly #sharedNames = new Set<string>();
  readonly #locations = new Map<number, Location>();
  readonly #frames = new Map<number, StackFrame[]>();

  /** Throws UndecodableProfile when the bytes aren't a pprof profile. */
  constructor(bytes: Uint8Array) {
    const reader = new ProtoReader(bytes);
    for (let field = reader.next(); field !== 0; field = reader.next()) this.#read(field, reader);
    if (this.#strings[0] !== '' || this.#types.length === 0) throw notPprof();
  }

  get types(): ValueType[] {
    return this.#types.map((row) => this.#valueType(row));
  }

  get periodType(): ValueType {
    return this.#valueType(this.#periodType);
  }

  /** Name of the sample type that the file wants to be shown, '' when it has none. */
  get defaultType(): string {
    return this.#text(this.#defaultType);
  }

  /** Adds the file to the names of functions that are in more than one file, so that they stay apart. */
  separateFiles(): void {
    const files = new Map<string, string>();
    for (const fn of this.#functions.values()) {
      const [name, file] = [this.#nameOf(fn), this.#text(fn.get(4))];
      if (file === '') continue;
      if ((files.get(name) ?? file) !== file) this.#sharedNames.add(name);
      files.set(name, file);
    }
  }

  /** Frames of a location, callers first: inlined functions share the location of their caller. */
  frames(id: number): StackFrame[] {
    const known = this.#frames.get(id);
    if (known) return known;
    const location = this.#locations.get(id);
    if (!location) throw notPprof();
    const frames = location.lines.map((line) => this.#frame(line)).reverse();
    if (frames.length === 0) frames.push({ name: this.#addressName(location) });
    this.#frames.set(id, frames);
    return frames;
  }

  #read(field: number, reader: ProtoReader): void {
    if (field === SAMPLE) this.samples.push(reader.content());
    else if (field === STRING) this.#strings.push(reader.text());
    else if (field === SAMPLE_TYPE) this.#types.push(row(reader.content()));
    else if (field === MAPPING) add(this.#mappings, row(reader.content()));
    else if (field === FUNCTION) add(this.#functions, row(reader.content()));
    else if (field === LOCATION) this.#readLocation(reader.content());
    else if (field === TIME_NANOS) this.timeNanos = reader.number();
    else if (field === DURATION_NANOS) this.durationNanos = reader.number();
    else if (field === PERIOD_TYPE) this.#periodType = row(reader.content());
    else if (field === PERIOD) this.period = reader.number();
    else if (field === DEFAULT_SAMPLE_TYPE) this.#defaultType = reader.number();
  }

  #readLocation(reader: ProtoReader): void {
    const numbers: Row = new Map();
    const lines: Row[] = [];
    for (let field = reader.next(); field !== 0; field = reader.next()) {
      if (field === 4) lines.push(row(reader.content()));
      else if (field <= 3) numbers.set(field, reader.number());
    }
    const id = numbers.get(1) ?? 0;
    if (this.#locations.has(id)) throw notPprof();
    this.#locations.set(id, { mapping: numbers.get(2) ?? 0, address: numbers.get(3) ?? 0, lines });
  }

  #frame(line: Row): StackFrame {
    const fn = this.#functions.get(line.get(1) ?? 0);
    if (!fn) throw notPprof();
    const name = this.#nameOf(fn);
    const file = this.#text(fn.get(4));
    const isShared = file !== '' && this.#sharedNames.has(name);
    return { name: isShared ? nameInFile(name, file) : name, file, line: Math.max(0, line.get(2) ?? 0) };
  }

  #nameOf(fn: Row): string {
    return this.#text(fn.get(2)) || this.#text(fn.get(3)) || '<unknown>';
  }

  #addressName({ mapping, address }: Location): string {
    const file = this.#text(this.#mappings.get(mapping)?.get(5)).split(/[\\/]/).at(-1);
    const hexadecimal = `0x${BigInt.asUintN(64, BigInt(address)).toString(16)}`;
    return file ? `${file}:${hexadecimal}` : hexadecimal;
  }

  #valueType(numbers: Row): ValueType {
    return { type: this.#text(numbers.get(1)), unit: this.#text(numbers.get(2)) };
  }

  #text(index = 0): string {
    const text = this.#strings[index];
    if (text === undefined) throw notPprof();
    return text;
  }
}

/** Numbers of a message by field; other fields are skipped. */
function row(reader: ProtoReader): Row {
  const numbers: Row = new Map();
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (reader.isNumber) numbers.set(field, reader.number());
  }
  return numbers;
}

function add(rows: Map<number, Row>, numbers: Row): void {
  const id = numbers.get(1) ?? 0;
  if (rows.has(id)) throw notPprof();
  rows.set(id, numbers);
}

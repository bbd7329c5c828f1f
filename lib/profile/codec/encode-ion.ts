import type { CallTree, Profile } from '../tree/call-tree';
import { StringTable } from '../tree/string-table';
import {
  ION,
  IonWriter,
  ionString,
  ionSymbol,
  numberLength,
  VERSION_MARKER,
  valueSize,
  varUIntSize,
} from './ion-writer';

const SYMBOL_TABLE = 3;
const SYMBOLS = 7;
const FIRST_LOCAL_SYMBOL = 10;

/** Symbol ids of field names. */
class Symbols {
  readonly table = new StringTable();
  readonly start = this.id('start');
  readonly end = this.id('end');
  readonly agentMetadata = this.id('agentMetadata');
  readonly sampleWeights = this.id('sampleWeights');
  readonly callgraph = this.id('callgraph');
  readonly children = this.id('children');
  readonly counts = this.id('counts');
  readonly file = this.id('file');
  readonly line = this.id('line');

  id(text: string): number {
    return FIRST_LOCAL_SYMBOL + this.table.index(text);
  }
}

/**
 * Encodes a profile in binary Ion with the same schema as JSON; names and files are symbols, so that each text is written
 * once. Lengths precede contents, so one pass from the leaves up computes them and one from the root down writes.
 */
export function encodeIon(profile: Profile): Uint8Array {
  const symbols = new Symbols();
  const frames = new FrameWriter(profile.tree, symbols);
  const weights = Object.entries(profile.sampleWeights).map(([state, weight]) => ({
    id: symbols.id(state),
    weight,
  }));
  const instants = [
    { id: symbols.start, value: profile.start },
    { id: symbols.end, value: profile.end },
  ].flatMap(({ id, value }) => (value === undefined ? [] : [{ id, value }]));

  const weightsLength = sum(weights, ({ id, weight }) => fieldSize(id, numberLength(weight)));
  const metadataLength = weights.length > 0 ? fieldSize(symbols.sampleWeights, weightsLength) : 0;
  const length =
    sum(instants, ({ id, value }) => fieldSize(id, numberLength(value))) +
    (metadataLength > 0 ? fieldSize(symbols.agentMetadata, metadataLength) : 0) +
    fieldSize(symbols.callgraph, frames.length[0] ?? 0);

  const table = symbolTable(symbols.table.strings);
  const out = new IonWriter(VERSION_MARKER.length + table.length + valueSize(length));
  out.raw(VERSION_MARKER);
  out.raw(table);
  out.head(ION.struct, length);
  for (const { id, value } of instants) {
    out.varUInt(id);
    out.number(value);
  }
  if (metadataLength > 0) {
    out.varUInt(symbols.agentMetadata);
    out.head(ION.struct, metadataLength);
    out.varUInt(symbols.sampleWeights);
    out.head(ION.struct, weightsLength);
    for (const { id, weight } of weights) {
      out.varUInt(id);
      out.number(weight);
    }
  }
  out.varUInt(symbols.callgraph);
  frames.write(out);
  return out.bytes;
}

/** Writes the nodes of a call tree as nested structs. */
class FrameWriter {
  /** Node → content bytes of its struct. */
  readonly length: Float64Array;
  readonly #childrenLength: Float64Array;
  readonly #nameId: number[];
  readonly #stateId: number[];
  readonly #file: Uint8Array[];

  constructor(
    readonly tree: CallTree,
    readonly symbols: Symbols,
  ) {
    const used = new Uint8Array(tree.names.length);
    for (let node = 1; node < tree.name.length; node++) used[tree.name[node] ?? 0] = 1;
    this.#nameId = tree.names.map((name, i) => (used[i] ? symbols.id(name) : 0));
    this.#stateId = tree.states.map((state) => symbols.id(state));
    this.#file = tree.files.map((file) => ionSymbol(symbols.id(file)));
    this.#childrenLength = new Float64Array(tree.name.length);
    this.length = new Float64Array(tree.name.length);
    for (let node = tree.name.length - 1; node >= 0; node--) this.#measure(node);
  }

  #measure(node: number): void {
    const { tree, symbols } = this;
    const file = this.#fileOf(node);
    const lines = this.#linesLength(node);
    const counts = this.#countsLength(node);
    const children = this.#childrenLength[node] ?? 0;
    const length =
      (file ? varUIntSize(symbols.file) + file.length : 0) +
      (lines > 0 ? fieldSize(symbols.line, lines) : 0) +
      (counts > 0 ? fieldSize(symbols.counts, counts) : 0) +
      (children > 0 ? fieldSize(symbols.children, children) : 0);
    this.length[node] = length;
    const parent = tree.parent[node] ?? 0;
    const size = fieldSize(this.#nameId[tree.name[node] ?? 0] ?? 0, length);
    if (node > 0) this.#childrenLength[parent] = (this.#childrenLength[parent] ?? 0) + size;
  }

  write(out: IonWriter): void {
    const { tree, symbols } = this;
    for (let node = 0; node < tree.name.length; node++) {
      if (node > 0) out.varUInt(this.#nameId[tree.name[node] ?? 0] ?? 0);
      out.head(ION.struct, this.length[node] ?? 0);
      const file = this.#fileOf(node);
      if (file) {
        out.varUInt(symbols.file);
        out.raw(file);
      }
      const lines = this.#linesLength(node);
      if (lines > 0) {
        out.varUInt(symbols.line);
        out.head(ION.list, lines);
        for (const line of this.#lines(node)) out.number(line);
      }
      const counts = this.#countsLength(node);
      if (counts > 0) {
        out.varUInt(symbols.counts);
        out.head(ION.struct, counts);
        for (let state = 0; state < tree.self.length; state++) {
          const samples = tree.self[state]?.[node] ?? 0;
          if (samples <= 0) continue;
          out.varUInt(this.#stateId[state] ?? 0);
          out.number(samples);
        }
      }
      const children = this.#childrenLength[node] ?? 0;
      if (children > 0) {
        out.varUInt(symbols.children);
        out.head(ION.struct, children);
      }
    }
  }

  #fileOf(node: number): Uint8Array | undefined {
    const file = this.tree.file[node] ?? -1;
    return file < 0 ? undefined : this.#file[file];
  }

  #countsLength(node: number): number {
    let length = 0;
    for (let state = 0; state < this.tree.self.length; state++) {
      const samples = this.tree.self[state]?.[node] ?? 0;
      if (samples > 0) length += fieldSize(this.#stateId[state] ?? 0, numberLength(samples));
    }
    return length;
  }

  #lines(node: number): number[] {
    const from = this.tree.lineFrom[node] ?? 0;
    const to = this.tree.lineTo[node] ?? 0;
    if (from === 0) return [];
    return from === to ? [from] : [from, to];
  }

  #linesLength(node: number): number {
    const from = this.tree.lineFrom[node] ?? 0;
    const to = this.tree.lineTo[node] ?? 0;
    if (from === 0) return 0;
    const length = valueSize(numberLength(from));
    return from === to ? length : length + valueSize(numberLength(to));
  }
}

function symbolTable(texts: string[]): Uint8Array {
  const strings = texts.map(ionString);
  const list = sum(strings, ({ length }) => length);
  const struct = fieldSize(SYMBOLS, list);
  const annotations = [0x80 | 1, 0x80 | SYMBOL_TABLE];
  const wrapper = annotations.length + valueSize(struct);
  const out = new IonWriter(valueSize(wrapper));
  out.head(ION.annotation, wrapper);
  out.raw(annotations);
  out.head(ION.struct, struct);
  out.varUInt(SYMBOLS);
  out.head(ION.list, list);
  for (const bytes of strings) out.raw(bytes);
  return out.bytes;
}

/** Bytes of a struct field, including its name, with `length` bytes of content. */
function fieldSize(id: number, length: number): number {
  return varUIntSize(id) + valueSize(length);
}

function sum<T>(items: readonly T[], size: (item: T) => number): number {
  return items.reduce((total, item) => total + size(item), 0);
}

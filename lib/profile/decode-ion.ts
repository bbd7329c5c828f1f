import { type IonType, IonTypes } from 'ion-js';
import { BinaryIonReader, type IonReader, isBinaryIon } from './binary-ion-reader';
import { boundedIonTextReader } from './bounded-ion-reader';
import { CallTreeBuilder, type Profile } from './call-tree';
import { checkedSamples, isLine } from './decode-checks';
import type { DecodeLimits } from './decode-limits';
import { UndecodableProfile, UnreadableBytes } from './undecodable';

/** The container that is being read. A `frame` closes its frame at its end; in a list it must have named it. */
type Container =
  | { kind: 'top' | 'metadata' | 'weights' | 'callgraph' | 'children' | 'frames' | 'counts' }
  | { kind: 'frame'; named: boolean }
  | { kind: 'lines'; lines: number[] };

/** An Ion profile, binary or text, with the root at `callgraph` or at the top. Throws UnreadableBytes when it isn't Ion. */
export function decodeIon(bytes: Uint8Array, limits: DecodeLimits): Profile {
  try {
    const reader = isBinaryIon(bytes)
      ? new BinaryIonReader(bytes, limits.values)
      : boundedIonTextReader(bytes, limits.values);
    return new IonProfile(reader, new CallTreeBuilder(limits)).read();
  } catch (error) {
    if (error instanceof UndecodableProfile) throw error;
    throw new UnreadableBytes('The profile is neither JSON nor Ion.', { cause: error });
  }
}

class IonProfile {
  readonly #weights: [string, number][] = [];
  readonly #open: Container[] = [];
  #start: number | undefined;
  #end: number | undefined;
  #hasGraph = false;

  constructor(
    readonly reader: IonReader,
    readonly builder: CallTreeBuilder,
  ) {}

  read(): Profile {
    if (this.reader.next() !== IonTypes.STRUCT) throw new UndecodableProfile('The profile is not a struct.');
    this.#stepInto({ kind: 'top' });
    for (let inside = this.#open.at(-1); inside; inside = this.#open.at(-1)) {
      const type = this.reader.next();
      if (type === null) this.#stepOutOf(inside);
      else if (!this.reader.isNull()) this.#member(inside, type, this.reader.fieldName() ?? '');
    }
    if (this.reader.next() !== null)
      throw new UndecodableProfile('The profile is followed by another value.');
    if (!this.#hasGraph) throw new UndecodableProfile('The profile has no call graph.');
    return {
      tree: this.builder.finish(),
      ...(this.#start !== undefined && { start: this.#start }),
      ...(this.#end !== undefined && { end: this.#end }),
      sampleWeights: Object.fromEntries(this.#weights),
    };
  }

  #member(inside: Container, type: IonType, field: string): void {
    switch (inside.kind) {
      case 'top':
        if (field === 'start') this.#start = this.#instant(type);
        else if (field === 'end') this.#end = this.#instant(type);
        else if (field === 'agentMetadata' && type === IonTypes.STRUCT) this.#stepInto({ kind: 'metadata' });
        else if (field === 'callgraph') this.#stepInto({ kind: 'callgraph' }, type);
        else this.#frameMember(inside, type, field);
        return;
      case 'metadata':
        if (field === 'sampleWeights' && type === IonTypes.STRUCT) this.#stepInto({ kind: 'weights' });
        return;
      case 'weights': {
        const weight = this.#number(type);
        if (weight !== undefined) this.#weights.push([field, weight]);
        return;
      }
      case 'callgraph':
      case 'frame':
        this.#frameMember(inside, type, field);
        return;
      case 'children':
        this.builder.open(field);
        this.#stepInto({ kind: 'frame', named: true }, type);
        return;
      case 'frames':
        this.builder.open('');
        this.#stepInto({ kind: 'frame', named: false }, type);
        return;
      case 'counts':
        this.builder.count(field, checkedSamples(this.#number(type)));
        return;
      case 'lines': {
        const line = this.#number(type);
        if (isLine(line)) inside.lines.push(line);
      }
    }
  }

  #frameMember(inside: Container, type: IonType, field: string): void {
    if (field === 'children') {
      this.#hasGraph = true;
      if (type === IonTypes.LIST) this.#stepInto({ kind: 'frames' });
      else this.#stepInto({ kind: 'children' }, type);
    } else if (field === 'counts') {
      this.#hasGraph = true;
      this.#stepInto({ kind: 'counts' }, type);
    } else if (field === 'line' && type === IonTypes.LIST) {
      this.#stepInto({ kind: 'lines', lines: [] });
    } else if (field === 'line') {
      this.#atLines([this.#number(type)]);
    } else if (field === 'file' && isText(type)) {
      this.builder.inFile(this.reader.stringValue() ?? '');
    } else if (field === 'name' && inside.kind === 'frame' && !inside.named && isText(type)) {
      this.builder.rename(this.reader.stringValue() ?? '');
      inside.named = true;
    }
  }

  #stepInto(container: Container, type: IonType = IonTypes.STRUCT): void {
    if (type !== IonTypes.STRUCT) throw new UndecodableProfile(`A part of the profile is not a struct.`);
    if (container.kind === 'callgraph') this.#hasGraph = true;
    this.reader.stepIn();
    this.#open.push(container);
  }

  #stepOutOf(container: Container): void {
    this.#open.pop();
    this.reader.stepOut();
    if (container.kind === 'lines') this.#atLines(container.lines);
    if (container.kind !== 'frame') return;
    if (!container.named) throw new UndecodableProfile('A frame in a list of children has no name.');
    this.builder.close();
  }

  #atLines([from, to = from]: (number | undefined)[]): void {
    if (isLine(from) && isLine(to)) this.builder.atLines(Math.min(from, to), Math.max(from, to));
  }

  #instant(type: IonType): number | undefined {
    if (type === IonTypes.TIMESTAMP) return this.reader.timestampValue()?.getDate().getTime();
    return this.#number(type);
  }

  #number(type: IonType): number | undefined {
    if (type === IonTypes.DECIMAL) return this.reader.decimalValue()?.numberValue();
    if (type !== IonTypes.INT && type !== IonTypes.FLOAT) return undefined;
    const value = this.reader.numberValue();
    return value !== null && Number.isFinite(value) ? value : undefined;
  }
}

function isText(type: IonType): boolean {
  return type === IonTypes.STRING || type === IonTypes.SYMBOL;
}

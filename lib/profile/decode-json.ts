import { isUtf8 } from 'node:buffer';
import { BuilderIndexes } from './builder-indexes';
import { CallTreeBuilder, type Profile } from './call-tree';
import { checkedSamples, isLine } from './decode-checks';
import type { DecodeLimits } from './decode-limits';
import { JsonReader } from './json-reader';
import { UndecodableProfile, UnreadableBytes } from './undecodable';

/** What is being read: a frame's own members, of one in a list until it was named, or the frames below one. */
const FRAME = 0;
const NAMELESS = 1;
const CHILDREN = 2;
const LIST = 3;

/**
 * A JSON profile: its root at `callgraph` or at the top. Throws UnreadableBytes when it isn't JSON. Members of one name
 * are read one after the other, as if they were one.
 */
export function decodeJson(bytes: Uint8Array, limits: DecodeLimits): Profile {
  if (!isUtf8(bytes)) {
    throw new UnreadableBytes('The profile is neither JSON nor Ion, and not UTF-8 text.');
  }
  return new JsonProfile(new JsonReader(bytes, limits.values), limits).read();
}

class JsonProfile {
  readonly #weights: [string, number][] = [];
  readonly #open: number[] = [];
  #frames: BuilderIndexes;
  #start: number | undefined;
  #end: number | undefined;
  #root: 'none' | 'top' | 'callgraph' = 'none';

  constructor(
    readonly reader: JsonReader,
    readonly limits: DecodeLimits,
  ) {
    this.#frames = this.#newFrames();
  }

  #newFrames(): BuilderIndexes {
    return new BuilderIndexes(new CallTreeBuilder(this.limits), (id) => this.reader.textOf(id));
  }

  read(): Profile {
    const { reader } = this;
    if (reader.kind() !== 'object') {
      reader.skip();
      reader.finish();
      throw new UndecodableProfile('The profile is not an object.');
    }
    this.#members((field) => this.#topMember(field));
    reader.finish();
    if (this.#root === 'none') throw new UndecodableProfile('The profile has no call graph.');
    return {
      tree: this.#frames.builder.finish(),
      ...(this.#start !== undefined && { start: this.#start }),
      ...(this.#end !== undefined && { end: this.#end }),
      sampleWeights: Object.fromEntries(this.#weights),
    };
  }

  #topMember(field: string): void {
    if (field === 'start') this.#start = this.#finite();
    else if (field === 'end') this.#end = this.#finite();
    else if (field === 'agentMetadata') this.#objectMembers((name) => this.#metadataMember(name));
    else if (field === 'callgraph') {
      this.#mustBeObject('The profile has no call graph.');
      this.#frames = this.#newFrames();
      this.#root = 'callgraph';
      this.#enter(FRAME);
      this.#readOpen();
    } else if (this.#root === 'callgraph') this.reader.skip();
    else {
      if (field === 'children' || field === 'counts') this.#root = 'top';
      this.#frameMember(field);
      this.#readOpen();
    }
  }

  #metadataMember(field: string): void {
    if (field !== 'sampleWeights') this.reader.skip();
    else {
      this.#objectMembers((state) => {
        const weight = this.#finite();
        if (weight !== undefined) this.#weights.push([state, weight]);
      });
    }
  }

  /** Reads with a stack of its own, since a call graph can be deeper than the engine's. */
  #readOpen(): void {
    const { reader } = this;
    while (this.#open.length > 0) {
      const inside = this.#open[this.#open.length - 1];
      if (inside === LIST) {
        if (!reader.nextItem()) this.#open.pop();
        else {
          this.#mustBeObject('A frame in a list of children has no name.');
          this.#frames.builder.open('');
          this.#enter(NAMELESS);
        }
        continue;
      }
      const key = reader.nextKey();
      if (key < 0) this.#leave(inside);
      else if (inside === CHILDREN) {
        this.#mustBeObject('A frame is not an object.');
        this.#frames.open(key);
        this.#enter(FRAME);
      } else this.#frameMember(reader.textOf(key));
    }
  }

  #frameMember(field: string): void {
    const { reader } = this;
    if (field === 'children') this.#enterChildren();
    else if (field === 'counts') this.#counts();
    else if (field === 'line') this.#lines();
    else if (field === 'file' && reader.kind() === 'text') this.#frames.inFile(reader.text());
    else if (field === 'name' && this.#open.at(-1) === NAMELESS && reader.kind() === 'text') {
      this.#frames.rename(reader.text());
      this.#open[this.#open.length - 1] = FRAME;
    } else reader.skip();
  }

  #enterChildren(): void {
    const kind = this.reader.kind();
    if (this.#isNull()) return;
    if (kind !== 'list') this.#mustBeObject('The children of a frame are not an object.');
    this.#enter(kind === 'list' ? LIST : CHILDREN);
  }

  #enter(container: number): void {
    this.reader.enter();
    this.#open.push(container);
  }

  #leave(container: number | undefined): void {
    this.#open.pop();
    if (container === NAMELESS) throw new UndecodableProfile('A frame in a list of children has no name.');
    if (container === FRAME) this.#frames.builder.close();
  }

  #counts(): void {
    if (this.#isNull()) return;
    this.#mustBeObject('The counts of a frame are not an object.');
    const { reader } = this;
    reader.enter();
    for (let state = reader.nextKey(); state >= 0; state = reader.nextKey()) {
      this.#frames.count(state, checkedSamples(this.#finite()));
    }
  }

  #lines(): void {
    const { reader } = this;
    let from: number | undefined;
    let to: number | undefined;
    if (reader.kind() === 'list') {
      reader.enter();
      for (let i = 0; reader.nextItem(); i++) {
        const line = this.#finite();
        if (i === 0) from = line;
        if (i < 2) to = line;
      }
    } else {
      from = this.#finite();
      to = from;
    }
    if (isLine(from) && isLine(to)) this.#frames.builder.atLines(Math.min(from, to), Math.max(from, to));
  }

  /** The number that comes; undefined when it is none, or beyond all numbers, and is read past. */
  #finite(): number | undefined {
    if (this.reader.kind() !== 'number') {
      this.reader.skip();
      return undefined;
    }
    const value = this.reader.number();
    return Number.isFinite(value) ? value : undefined;
  }

  #isNull(): boolean {
    if (this.reader.kind() !== 'literal') return false;
    if (this.reader.literal()) return true;
    throw new UndecodableProfile('A part of the profile is true or false.');
  }

  #mustBeObject(otherwise: string): void {
    if (this.reader.kind() !== 'object') throw new UndecodableProfile(otherwise);
  }

  #objectMembers(read: (name: string) => void): void {
    if (this.reader.kind() === 'object') this.#members(read);
    else this.reader.skip();
  }

  #members(read: (name: string) => void): void {
    const { reader } = this;
    reader.enter();
    for (let key = reader.nextKey(); key >= 0; key = reader.nextKey()) read(reader.textOf(key));
  }
}

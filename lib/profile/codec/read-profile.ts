import type { Profile } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import type { DecodeLimits } from '../tree/decode-limits';
import { UndecodableProfile } from '../tree/undecodable';
import { BuilderSink } from './builder-sink';
import { checkedSamples, isLine } from './decode-checks';
import {
  AT_END,
  CALLGRAPH,
  CHILDREN,
  COUNTS,
  END,
  FILE,
  INSTANT,
  type Kind,
  LINE,
  LIST,
  METADATA,
  NAME,
  NULL,
  NUMBER,
  OBJECT,
  START,
  TEXT,
  type ValueReader,
  WEIGHTS,
} from './value-reader';

/** Containers: the profile, a frame, a frame in a list before its name, children as an object, children as a list. */
const PROFILE = 0;
const FRAME = 1;
const NAMELESS = 2;
const FRAMES = 3;
const LISTED = 4;

/**
 * Reads a profile with its root at `callgraph` or at the top level. Members that are null are ignored. Of repeated call
 * graphs, starts or ends the last counts; other repeated members are merged. Uses an explicit stack, because a call graph can
 * be deeper than the engine's.
 */
export function readProfile(reader: ValueReader, limits: DecodeLimits): Profile {
  return new ProfileReader(reader, limits).read();
}

class ProfileReader {
  readonly #weights: [string, number][] = [];
  readonly #open: number[] = [];
  #frames: BuilderSink;
  #start: number | undefined;
  #end: number | undefined;
  #root: 'none' | 'top' | 'callgraph' = 'none';

  constructor(
    readonly reader: ValueReader,
    readonly limits: DecodeLimits,
  ) {
    this.#frames = this.#newFrames();
  }

  #newFrames(): BuilderSink {
    const { reader } = this;
    const builder = new CallTreeBuilder(this.limits, () => reader.progress());
    return new BuilderSink(builder, (id) => reader.textOf(id));
  }

  read(): Profile {
    const { reader } = this;
    const isObject = reader.next() === OBJECT;
    if (isObject) {
      this.#enter(PROFILE);
      while (this.#open.length > 0) this.#readNext(this.#open[this.#open.length - 1] ?? PROFILE);
    }
    if (reader.next() !== END) throw new UndecodableProfile('The profile is followed by another value.');
    if (!isObject) throw new UndecodableProfile('The profile is not an object.');
    if (this.#root === 'none') throw new UndecodableProfile('The profile has no call graph.');
    return {
      tree: this.#frames.builder.finish(),
      ...(this.#start !== undefined && { start: this.#start }),
      ...(this.#end !== undefined && { end: this.#end }),
      sampleWeights: Object.fromEntries(this.#weights),
    };
  }

  #readNext(inside: number): void {
    if (inside === FRAMES && this.#readPlainFrames()) return;
    const kind = this.reader.next();
    if (kind === END) this.#leave(inside);
    else if (kind === NULL) return;
    else if (inside === FRAMES) {
      requireKind(OBJECT, kind, 'A frame is not an object.');
      this.#frames.open(this.reader.field);
      this.#enter(FRAME);
    } else if (inside === LISTED) {
      requireKind(OBJECT, kind, 'A frame in a list of children has no name.');
      this.#frames.builder.open('');
      this.#enter(NAMELESS);
    } else if (inside === PROFILE) this.#topMember(this.reader.field, kind);
    else this.#frameMember(this.reader.field, kind, inside);
  }

  /** Lets the reader's fast path read frames, and returns whether it stopped inside one. */
  #readPlainFrames(): boolean {
    const depth = this.reader.readPlainFrames?.(this.#frames) ?? 0;
    for (let i = 0; i < depth; i++) this.#open.push(i % 2 === 0 ? FRAME : FRAMES);
    return depth > 0;
  }

  #topMember(field: number, kind: Kind): void {
    if (field === START) this.#start = this.#instant(kind);
    else if (field === AT_END) this.#end = this.#instant(kind);
    else if (field === METADATA) this.#metadata(kind);
    else if (field === CALLGRAPH) {
      requireKind(OBJECT, kind, 'The profile has no call graph.');
      this.#frames = this.#newFrames();
      this.#root = 'callgraph';
      this.#enter(FRAME);
    } else if (this.#root !== 'callgraph') {
      if (field === CHILDREN || field === COUNTS) this.#root = 'top';
      this.#frameMember(field, kind, PROFILE);
    }
  }

  #metadata(kind: Kind): void {
    if (kind !== OBJECT) return;
    const { reader } = this;
    reader.enter();
    for (let member = reader.next(); member !== END; member = reader.next()) {
      if (reader.field === WEIGHTS && member === OBJECT) this.#sampleWeights();
    }
  }

  #sampleWeights(): void {
    const { reader } = this;
    reader.enter();
    for (let kind = reader.next(); kind !== END; kind = reader.next()) {
      const state = reader.field;
      const weight = this.#finite(kind);
      if (weight !== undefined) this.#weights.push([reader.textOf(state), weight]);
    }
  }

  #frameMember(field: number, kind: Kind, inside: number): void {
    if (field === CHILDREN) {
      if (kind !== LIST) requireKind(OBJECT, kind, 'The children of a frame are not an object.');
      this.#enter(kind === LIST ? LISTED : FRAMES);
    } else if (field === COUNTS) this.#counts(kind);
    else if (field === LINE) this.#lines(kind);
    else if (field === FILE && kind === TEXT) this.#frames.inFile(this.reader.text());
    else if (field === NAME && inside === NAMELESS && kind === TEXT) {
      this.#frames.rename(this.reader.text());
      this.#open[this.#open.length - 1] = FRAME;
    }
  }

  #counts(kind: Kind): void {
    requireKind(OBJECT, kind, 'The counts of a frame are not an object.');
    const { reader } = this;
    reader.enter();
    for (let count = reader.next(); count !== END; count = reader.next()) {
      if (count === NULL) continue;
      const state = reader.field;
      this.#frames.count(state, checkedSamples(this.#finite(count)));
    }
  }

  #lines(kind: Kind): void {
    const { reader } = this;
    let from: number | undefined;
    let to: number | undefined;
    if (kind === LIST) {
      reader.enter();
      let i = 0;
      for (let item = reader.next(); item !== END; item = reader.next(), i++) {
        if (i > 1) continue;
        to = this.#finite(item);
        if (i === 0) from = to;
      }
    } else {
      from = this.#finite(kind);
      to = from;
    }
    if (isLine(from) && isLine(to)) this.#frames.atLines(Math.min(from, to), Math.max(from, to));
  }

  #enter(container: number): void {
    this.reader.enter();
    this.#open.push(container);
  }

  #leave(container: number): void {
    this.#open.pop();
    if (container === NAMELESS) throw new UndecodableProfile('A frame in a list of children has no name.');
    if (container === FRAME) this.#frames.close();
  }

  #instant(kind: Kind): number | undefined {
    return kind === INSTANT ? this.reader.instant() : this.#finite(kind);
  }

  /** The current number; undefined if it is not a finite number. */
  #finite(kind: Kind): number | undefined {
    if (kind !== NUMBER) return undefined;
    const value = this.reader.number();
    return Number.isFinite(value) ? value : undefined;
  }
}

function requireKind(expected: Kind, kind: Kind, message: string): void {
  if (kind !== expected) throw new UndecodableProfile(message);
}

import fc from 'fast-check';
import { dumpBinary } from 'ion-js';
import { expect, it } from 'vitest';
import { arbitraryTree, contents } from '../testing/arbitrary-tree';
import { callTree } from '../testing/text';
import { type DecodeLimits, UNLIMITED } from '../tree/decode-limits';
import { UndecodableProfile } from '../tree/undecodable';
import { BinaryIonReader } from './binary-ion-reader';
import { encodeIon, encodeJson } from './encode';
import { JsonReader } from './json-reader';
import { readProfile } from './read-profile';
import { COUNTS, type FrameSink, OBJECT, type ValueReader } from './value-reader';

/** Follows the frames, because the fast path doesn't read the last bytes. */
const TAIL = { somethingElse: 'of some length' };

/** Readers without the fast path. */
class StoppingIonReader extends BinaryIonReader {
  override readPlainFrames(): number {
    return 0;
  }
}

class StoppingJsonReader extends JsonReader {
  override readPlainFrames(): number {
    return 0;
  }
}

type Read = (bytes: Uint8Array, maxValues: number) => ValueReader;

const ION: [Read, Read] = [
  (bytes, maxValues) => new BinaryIonReader(bytes, maxValues),
  (bytes, maxValues) => new StoppingIonReader(bytes, maxValues),
];
const JSON_TEXT: [Read, Read] = [
  (bytes, maxValues) => new JsonReader(bytes, maxValues),
  (bytes, maxValues) => new StoppingJsonReader(bytes, maxValues),
];

const jsonOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** The contents of a profile, or why it is refused. */
function outcome(reader: ValueReader, limits: DecodeLimits): unknown {
  try {
    const { tree, ...envelope } = readProfile(reader, limits);
    return { ...envelope, states: tree.states, contents: contents(tree) };
  } catch (error) {
    if (error instanceof UndecodableProfile) return error.message;
    expect(error).toMatchObject({ stack: expect.stringContaining('ion-js') });
    return 'ion-js';
  }
}

function expectSame([fast, stopping]: [Read, Read], bytes: Uint8Array, limits: DecodeLimits = UNLIMITED) {
  expect(outcome(fast(bytes, limits.values), limits)).toEqual(
    outcome(stopping(bytes, limits.values), limits),
  );
}

/** Replaces a byte by `put`, or adds `by` to it. */
type Change = { at: number; put?: number; by: number };

const changed = (bytes: Uint8Array, changes: readonly Change[]) => {
  const copy = Uint8Array.from(bytes);
  for (const { at, put, by } of changes) {
    const index = at % copy.length;
    copy[index] = put ?? (copy[index] ?? 0) + by;
  }
  return copy;
};

const change = fc.record({
  at: fc.nat(),
  put: fc.option(fc.constantFrom(...Buffer.from('"\\\\{}[],: 05.e-\u0001')), { nil: undefined }),
  by: fc.oneof(fc.constantFrom(1, -1, 16, -16, 128), fc.nat({ max: 255 })),
});
const changes = fc.array(change, { maxLength: 3 });

it('reads the same as a reader without the fast path, intact or corrupted', () => {
  fc.assert(
    fc.property(arbitraryTree, changes, (tree, some) => {
      const profile = { tree, sampleWeights: {} };
      expectSame(ION, changed(encodeIon(profile), some));
      expectSame(JSON_TEXT, changed(encodeJson(profile), some));
    }),
    { numRuns: 250 },
  );
});

const dictionary = <Value>(name: fc.Arbitrary<string>, value: fc.Arbitrary<Value>) =>
  fc.dictionary(name, value, { noNullPrototype: true });
const anything = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string(),
  fc.array(fc.integer()),
  fc.constant({ a: 1 }),
);
const line = fc.oneof(fc.nat({ max: 70_000 }), fc.constantFrom(0, -1, 0.5, 2 ** 32 - 1, 2 ** 32, 2 ** 40));
const samples = fc.oneof(fc.nat(), fc.constantFrom(0.5, 2 ** 32, 2 ** 60, null));
const { frame } = fc.letrec<{ frame: object }>((tie) => ({
  frame: fc.record(
    {
      counts: dictionary(fc.constantFrom('RUNNABLE', 'WAITING', 'IDLE'), samples),
      file: fc.oneof(fc.constantFrom('a.ts', 'somewhere/further/b.ts'), fc.string(), anything),
      line: fc.oneof(fc.array(line, { maxLength: 3 }), line, anything),
      other: anything,
      children: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        { weight: 1, arbitrary: fc.constant({}) },
        { weight: 4, arbitrary: dictionary(fc.constantFrom('a', 'b', 'children'), tie('frame')) },
        { weight: 1, arbitrary: fc.array(tie('frame'), { maxLength: 2 }) },
      ),
      name: fc.constantFrom('a', 'b'),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
}));

it('reads the same for frames with any members', () => {
  const limits = fc.record({
    textIonBytes: fc.constant(Infinity),
    frames: fc.constantFrom(2, 10, Infinity),
    states: fc.constantFrom(1, 2, Infinity),
    characters: fc.constantFrom(20, Infinity),
    values: fc.oneof(fc.nat({ max: 60 }), fc.constant(Infinity)),
  });
  fc.assert(
    fc.property(frame, limits, changes, (callgraph, bounds, some) => {
      const profile = { callgraph, ...TAIL };
      expectSame(ION, dumpBinary(profile), bounds);
      expectSame(ION, changed(dumpBinary(profile), some), bounds);
      expectSame(JSON_TEXT, jsonOf(profile), bounds);
      expectSame(JSON_TEXT, changed(jsonOf(profile), some), bounds);
    }),
    { numRuns: 250 },
  );
});

/** The frames below the root that the fast path reports, and by how much the nesting grew. */
function reported([fast]: [Read, Read], bytes: Uint8Array) {
  const reader = fast(bytes, Infinity);
  for (const _ of ['profile', 'callgraph', 'children']) {
    reader.next();
    reader.enter();
  }
  const lines: string[] = [];
  const report =
    (what: string) =>
    (...about: number[]) =>
      lines.push(`${what} ${about.join(' ')}`.trim());
  const reportText =
    (what: string) =>
    (text: number, ...about: number[]) =>
      report(`${what} ${reader.textOf(text)}`)(...about);
  const frames: FrameSink = {
    open: reportText('open'),
    inFile: reportText('file'),
    atLines: report('lines'),
    count: reportText('count'),
    close: report('close'),
  };
  return { depth: reader.readPlainFrames?.(frames), lines, reader };
}

it('applies the limit at the same value', () => {
  const main = { line: [1, 2], counts: { A: 1, B: 1 }, children: { parse: { file: 'a.ts' } } };
  const profile = { callgraph: { children: { main } }, ...TAIL };
  for (let values = 1; values < 16; values++) {
    for (const states of [1, Infinity]) {
      expectSame(ION, dumpBinary(profile), { ...UNLIMITED, states, values });
      expectSame(JSON_TEXT, jsonOf(profile), { ...UNLIMITED, states, values });
    }
  }
});

it.each([
  ['Ion', ION, dumpBinary],
  ['JSON', JSON_TEXT, jsonOf],
])('reports plain frames, and the beginning of the first one that is not: %s', (_, readers, encode) => {
  const plain = { file: 'a.ts', line: [9, 3], counts: { A: 300, B: 0 }, children: { parse: { line: [7] } } };
  const idle = { file: 'a.ts', counts: { A: 1, B: 0.5 } };
  const callgraph = { children: { main: plain, other: plain, idle } };
  const { lines, depth, reader } = reported(readers, encode({ callgraph, ...TAIL }));
  const members = ['file a.ts', 'lines 3 9', 'count A 300', 'count B 0', 'open parse', 'lines 7 7', 'close'];
  expect(lines).toEqual([
    'open main',
    ...members,
    'close',
    'open other',
    ...members,
    'close',
    'open idle',
    'file a.ts',
  ]);
  expect(depth).toBe(1);
  expect(reader.next()).toBe(OBJECT);
  expect(reader.field).toBe(COUNTS);
});

it('leaves the last bytes to the reader, because it could read beyond them', () => {
  expect(reported(ION, encodeIon({ tree: callTree('main 1'), sampleWeights: {} })).lines).toEqual([]);
  expect(reported(JSON_TEXT, jsonOf({ callgraph: { children: { a: {} } } })).lines).toEqual([]);
});

it('recognizes a file only where it is the same', () => {
  const of = (file: string) => `{"f":{"file":"${file}","children":{"f":{"file":"${file}x"}}}}`;
  for (const file of ['a.ts', '', 'é', 'a\\\\b', 'a\\"b', 'a\\u0062']) {
    const text = `{"callgraph":{"children":${of(file)}},"tail":${of(file)},"more":"of some length"}`;
    expectSame(JSON_TEXT, new TextEncoder().encode(text));
  }
});

it.each([
  '"line":[0,5]',
  '"line":[5,0]',
  '"line":[1,2,3]',
  '"line":[07]',
  '"line":[1 ,2]',
  '"line":[1,]',
  '"line":[]',
  '"line":[4294967295,4294967296]',
  '"counts":{}',
  '"counts":{"A":00}',
  '"counts":{"A":12345678901234567890}',
  '"counts":{"A":1.5,"B":2}',
  '"counts":{"A":1,}',
  '"counts":{"\\u0041":1,"A":2}',
  '"counts":{"A\n":1}',
  '"counts":{"A":1}"file":"a"',
  ',"file":"a"',
  '"file":"a",',
  '"file":"a\n"',
  '"file":null,"children":{"g":null,"h":{}}',
  '"children":{"g":{}"h":{}}',
])('reads a frame with %s as a reader without the fast path does', (members) => {
  const text = `{"callgraph":{"children":{"f":{${members}},"g":{}}},"more":"of some length"}`;
  expectSame(JSON_TEXT, new TextEncoder().encode(text), { ...UNLIMITED, states: 2 });
});

it.each([[[0, 5]], [[5, 0]], [[1, 2, 3]], [[]], [[2 ** 32 - 1, 2 ** 32]]])(
  'reads the lines %j of Ion as a reader without the fast path does',
  (line) => {
    expectSame(ION, dumpBinary({ callgraph: { children: { f: { line }, g: {} } }, ...TAIL }));
  },
);

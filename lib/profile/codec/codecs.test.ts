import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { dumpBinary, dumpPrettyText, load } from 'ion-js';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, contents } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import type { Profile } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { UNLIMITED } from '../tree/decode-limits';
import { decodeProfile, decodeUnzipped, UndecodableProfile } from './decode';
import { encodeIon, encodeJson } from './encode';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const decoded = (value: unknown) => decodeProfile(bytes(value));

const profiles: fc.Arbitrary<Profile> = fc.record(
  {
    tree: arbitraryTree,
    start: fc.integer({ min: -(2 ** 41), max: 2 ** 41 }),
    end: fc.nat({ max: 2 ** 41 }),
    sampleWeights: fc.dictionary(
      fc.constantFrom('RUNNABLE', 'WALL_TIME'),
      fc.double({ min: 0.001, max: 100, noNaN: true }),
    ),
  },
  { requiredKeys: ['tree', 'sampleWeights'] },
);
const summary = ({ tree, ...envelope }: Profile) => ({ ...envelope, contents: contents(tree) });

describe('a round trip', () => {
  it.each([
    ['JSON', encodeJson],
    ['Ion', encodeIon],
  ])('through %s loses nothing', (_format, encode) => {
    fc.assert(
      fc.property(profiles, (profile) => {
        expect(summary(decodeProfile(encode(profile)))).toEqual(summary(profile));
      }),
    );
  });

  it('works for a tree 10,000 frames deep', () => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 10_000; depth++) builder.open(`f${depth % 7}`);
    builder.count('RUNNABLE', 3);
    const profile = { tree: builder.finish(), sampleWeights: {} };
    for (const encode of [encodeJson, encodeIon]) {
      const { tree } = decodeProfile(encode(profile));
      expect([tree.name.length, tree.depth[10_000], tree.total[0]?.[0]]).toEqual([10_001, 10_000, 3]);
    }
  });

  it('through Ion keeps fractions', () => {
    const { tree } = decoded({ callgraph: { children: { f: { counts: { A: 0.5 } } } } });
    expect(decodeProfile(encodeIon({ tree, sampleWeights: {} })).tree.self[0]?.[1]).toBe(0.5);
  });
});

describe('an encoded profile', () => {
  const profile: Profile = {
    tree: callTree(`
      main 0
        parse 30
    `),
    start: 1000,
    end: 2000,
    sampleWeights: { WALL_TIME: 1.5 },
  };
  const written = {
    start: 1000,
    end: 2000,
    agentMetadata: { sampleWeights: { WALL_TIME: 1.5 } },
    callgraph: { children: { main: { children: { parse: { counts: { WALL_TIME: 30 } } } } } },
  };

  it('is JSON as agents write it, without empty members', () => {
    expect(JSON.parse(Buffer.from(encodeJson(profile)).toString())).toEqual(written);
  });

  it('is the same in Ion as read by ion-js', () => {
    expect(JSON.parse(JSON.stringify(load(encodeIon(profile))))).toEqual(written);
  });

  it('is an empty call graph for an empty tree', () => {
    const empty = { tree: callTree(''), sampleWeights: {} };
    expect(Buffer.from(encodeJson(empty)).toString()).toBe('{"callgraph":{}}');
    expect(decodeProfile(encodeIon(empty)).tree.name).toHaveLength(1);
  });
});

describe('decodeProfile', () => {
  const graph = { callgraph: { children: { main: { children: { parse: { counts: { CUSTOM: 3 } } } } } } };
  const lines = ['main 0', '  parse CUSTOM=3'];

  it('reads a post of the Python agent', () => {
    const file = new URL(
      '../../local-aws/sample/profiles/fixtures/agent-profile-python-1.2.6.json',
      import.meta.url,
    );
    const { tree, start, end, sampleWeights } = decodeProfile(readFileSync(file));
    expect([start, end]).toEqual([1795300138071, 1795300140995]);
    expect(sampleWeights.WALL_TIME).toBeCloseTo(8.58);
    expect(print(tree).filter((line) => !line.endsWith(' 0'))).toEqual([
      '        <Sleep> 26',
      '              app:<genexpr> 26',
    ]);
    const leaf = tree.name.length - 1;
    expect([tree.files[tree.file[leaf] ?? -1], tree.lineFrom[leaf], tree.lineTo[leaf]]).toEqual([
      '../app.py',
      10,
      10,
    ]);
  });

  it.each([
    ['gzipped JSON', gzipSync(bytes(graph))],
    ['Ion binary', dumpBinary(graph)],
    ['gzipped Ion', gzipSync(dumpBinary(graph))],
    ['Ion text', new TextEncoder().encode(dumpPrettyText(graph))],
    ['the root at the top', bytes(graph.callgraph)],
    ['the root at the top in Ion', dumpBinary(graph.callgraph)],
  ])('reads %s', (_what, payload) => {
    expect(print(decodeProfile(payload).tree)).toEqual(lines);
  });

  const listed = {
    callgraph: {
      children: [
        { name: 'a', counts: { X: 1 } },
        { name: 'b', counts: { X: 2 } },
        { counts: { X: 4 }, children: [{ name: 'c' }], name: 'a' },
      ],
    },
  };

  it.each([
    ['JSON', bytes(listed)],
    ['Ion', dumpBinary(listed)],
  ])('reads children as a list, merging those of the same name, in %s', (_format, payload) => {
    expect(print(decodeProfile(payload).tree)).toEqual(['a X=5', '  c 0', 'b X=2']);
  });

  it('reads one line, two lines and none', () => {
    const frame = (line: unknown) => ({ callgraph: { children: { f: { line } } } });
    const span = (line: unknown) => {
      const { lineFrom, lineTo } = decoded(frame(line)).tree;
      return [lineFrom[1], lineTo[1]];
    };
    expect([span([7]), span([3, 9]), span(5), span([]), span([-1]), span([0, 9])]).toEqual([
      [7, 7],
      [3, 9],
      [5, 5],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('accepts any finite count, because it can be a sum', () => {
    const { tree } = decoded({ callgraph: { counts: { A: 2 ** 60 } } });
    expect(tree.total[0]?.[0]).toBe(2 ** 60);
  });

  it.each([
    ['a list', 'x:'],
    ['a symbol table', 'x:$ion_symbol_table::{y:', '}'],
  ])(
    'refuses Ion text in which %s is nested too deep, before reading all of it',
    (_what, before, after = '') => {
      const nested = (deep: number) =>
        new TextEncoder().encode(
          `{callgraph:{counts:{A:1}},${before}${'['.repeat(deep)}${']'.repeat(deep)}${after}}`,
        );
      expect(decodeProfile(nested(3000)).tree.total[0]?.[0]).toBe(1);
      for (const deep of [4001, 50_000, 1_000_000]) {
        expect(() => decodeProfile(nested(deep))).toThrow('The profile is nested too deep.');
      }
    },
  );

  it('reads binary Ion 50,000 frames deep, counting each value but those of the symbol table once', () => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 50_000; depth++) builder.open('f');
    const bytes = encodeIon({ tree: builder.finish(), sampleWeights: {} });
    const limits = { ...UNLIMITED, frames: 50_000, values: 100_020 };
    expect(decodeUnzipped(bytes, limits).tree.name.length).toBe(50_001);
    expect(() => decodeUnzipped(bytes, { ...limits, frames: 49_999 })).toThrow('more than 49,999 frames');
    expect(() => decodeUnzipped(bytes, { ...limits, values: 99_999 })).toThrow('more than 99,999 values');
  });

  it.each([
    ['JSON', encodeJson],
    ['Ion', encodeIon],
  ])('limits states and the characters of all frames, in %s', (_format, encode) => {
    const tree = callTree(`
      longName A=1 B=1
        other 0
          longName 0
    `);
    const bytes = encode({ tree, sampleWeights: {} });
    const limits = { ...UNLIMITED, states: 2, characters: 21 };
    expect(decodeUnzipped(bytes, limits).tree.name).toHaveLength(4);
    expect(() => decodeUnzipped(bytes, { ...limits, states: 1 })).toThrow('more than 1 states');
    expect(() => decodeUnzipped(bytes, { ...limits, characters: 20 })).toThrow('more than 20 characters');
  });

  it.each([
    ['Ion text', new TextEncoder().encode(' {callgraph:{}} // nothing ')],
    [
      'binary Ion',
      Buffer.concat([dumpBinary({ callgraph: {} }), Uint8Array.of(0x00, 0xe0, 0x01, 0x00, 0xea)]),
    ],
  ])('reads %s that ends without another value', (_what, payload) => {
    expect(decodeProfile(payload).tree.name).toHaveLength(1);
  });

  it('keeps a frame named __proto__', () => {
    const text = '{"callgraph":{"children":{"__proto__":{"counts":{"A":1}}}}}';
    expect(print(decodeProfile(new TextEncoder().encode(text)).tree)).toEqual(['__proto__ A=1']);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('hello')],
    ['other JSON', bytes([1, 2])],
    ...['}', ' x', '{"callgraph":{}}', ']', ','].map((more): [string, Uint8Array] => [
      `JSON followed by ${more}`,
      Buffer.concat([bytes(graph), Buffer.from(more)]),
    ]),
    ['Ion followed by another profile', Buffer.concat([dumpBinary(graph), dumpBinary(graph)])],
    ['Ion followed by invalid bytes', Buffer.concat([dumpBinary(graph), Uint8Array.of(0xff)])],
    ['an object that is not a profile', bytes({ hello: 1 })],
    ['random bytes', new Uint8Array([0, 255, 254, 7])],
    ['broken gzip', new Uint8Array([0x1f, 0x8b, 1, 2, 3])],
    ['broken Ion', dumpBinary(graph).subarray(0, 30)],
    ['a negative count', bytes({ callgraph: { counts: { A: -1 } } })],
    ['a negative count in Ion', dumpBinary({ callgraph: { counts: { A: -1 } } })],
    ['a count that is text', bytes({ callgraph: { counts: { A: '1' } } })],
    ['an infinite count', new TextEncoder().encode('{"callgraph":{"counts":{"A":1e999}}}')],
    ['a count that is not finite in Ion', new TextEncoder().encode('{callgraph:{counts:{A:nan}}}')],
    ['a frame that is a number', bytes({ callgraph: { children: { f: 1 } } })],
    ['a frame that is a number in Ion', dumpBinary({ callgraph: { children: { f: 1 } } })],
    ['a nameless frame in a list', bytes({ callgraph: { children: [{}] } })],
    ['a nameless frame in a list in Ion', dumpBinary({ callgraph: { children: [{}] } })],
  ])('refuses %s', (_what, payload) => {
    expect(() => decodeProfile(payload)).toThrow(UndecodableProfile);
  });

  it('refuses more than the limit once unzipped', () => {
    expect(() => decodeProfile(gzipSync(bytes(graph)), 10)).toThrow(UndecodableProfile);
  });

  it('refuses or reads any bytes, and never throws another error', () => {
    const payload = fc.tuple(
      fc.constantFrom([], [0xe0, 0x01, 0x00, 0xea], [0x1f, 0x8b]),
      fc.uint8Array({ maxLength: 80 }),
    );
    fc.assert(
      fc.property(payload, ([magic, rest]) => {
        try {
          decodeProfile(Uint8Array.from([...magic, ...rest]));
        } catch (error) {
          expect(error).toBeInstanceOf(UndecodableProfile);
        }
      }),
    );
  });
});

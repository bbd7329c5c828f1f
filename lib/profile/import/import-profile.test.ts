import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeIon, encodeJson } from '../codec/encode';
import type { ExportStream } from '../export/writers/export-stream';
import { writeFolded } from '../export/writers/folded';
import { writePprof } from '../export/writers/pprof';
import { stacksOf } from '../export/writers/stacks-for-test';
import { arbitraryTree } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { UndecodableProfile } from '../tree/undecodable';
import { importProfile } from './import-profile';

const TITLE = { group: 'shop', range: 'an hour' };
const bytes = (text: string) => new TextEncoder().encode(text);
const bytesOf = ({ chunks }: ExportStream) => Buffer.concat([...chunks()]);

const tree = callTree(`
  main RUNNABLE=1
    parse RUNNABLE=30 BLOCKED=2
      read RUNNABLE=3
    <Sleep> IDLE=400
`);
const profile = { tree, start: 1_795_300_138_071, end: 1_795_300_198_071, sampleWeights: { RUNNABLE: 5 } };

describe('importProfile', () => {
  const node = (id: number, functionName: string, hitCount: number, children: number[] = []) => ({
    id,
    callFrame: { functionName, url: functionName && 'file:///app/x.js', lineNumber: 3, columnNumber: 0 },
    hitCount,
    children,
  });
  const cpuProfile = { nodes: [node(1, '', 0, [2]), node(2, 'main', 4)], startTime: 0, endTime: 2_000_000 };

  it.each([
    ['pprof profile', bytesOf(writePprof(profile, tree.states, TITLE)), 436],
    ['folded stacks', bytesOf(writeFolded(tree, tree.states)), 436],
    ['folded stacks', bytes('\ufeff# perf\r\n{main};run 3\r\n\r\n{main} 1\r\n'), 4],
    ['V8 CPU profile', bytes(JSON.stringify(cpuProfile)), 4],
    ['CodeGuru Profiler profile', encodeJson(profile), 436],
    ['CodeGuru Profiler profile', encodeIon(profile), 436],
  ])('recognizes a %s by its content, plain and gzipped', (format, file, samples) => {
    for (const content of [file, gzipSync(file)]) {
      const imported = importProfile(content);
      expect(imported.format).toBe(format);
      expect(imported.tree.total.reduce((sum, column) => sum + (column[0] ?? 0), 0)).toBe(samples);
    }
  });

  it('notes the cut of a deep CodeGuru Profiler profile', () => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 12_000; depth++) builder.open('f');
    builder.count('RUNNABLE', 3);
    const { tree: cut, notes } = importProfile(encodeJson({ tree: builder.finish(), sampleWeights: {} }));
    expect([cut.name.length, cut.self[0]?.[10_000]]).toEqual([10_001, 3]);
    expect(notes[0]).toMatch(/^1 stack is deeper than 10,000 frames/);
  });

  it.each([
    ['nothing', bytes(''), 'It is empty.'],
    ['gzipped nothing', gzipSync(''), 'It is empty.'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'nor a complete pprof'],
    ['a torn gzip', gzipSync('main 1').subarray(0, 12), "its gzip data can't be read"],
    ['another object', bytes('{"a":1}'), 'It is JSON, but neither a V8 CPU profile,'],
    ['a list', bytes('[1]'), 'It is JSON, but neither a V8 CPU profile,'],
    ['torn JSON', bytes('{"nodes":['), 'It starts like JSON but is not valid JSON.'],
    ['prose', bytes('hello 1\nworld'), 'line 2 has no count at the end: "world"'],
    ['a table', bytes('main;a 1e3'), 'line 1 has no count'],
    ['only remarks', bytes('# nothing\n'), 'It has no stacks.'],
    ['torn Ion', encodeIon(profile).subarray(0, 20), 'not well-formed Ion'],
  ])('rejects %s with a sentence', (_what, file, words) => {
    expect(() => importProfile(file)).toThrow(UndecodableProfile);
    expect(() => importProfile(file)).toThrow(words);
  });

  it('reads or rejects any file', () => {
    const start = fc.constantFrom(
      [],
      [0x1f, 0x8b],
      [0xe0, 1, 0, 0xea],
      [...bytes('{"nodes":[')],
      [...bytes('{"head":{"children":[')],
      [0xff, 0xfe],
      [0x0a, 4, 8, 1, 0x10, 2],
    );
    const file = fc.tuple(start, fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.string().map(bytes)));
    fc.assert(
      fc.property(file, ([first, rest]) => {
        try {
          importProfile(Uint8Array.from([...first, ...rest]));
        } catch (error) {
          expect(error).toBeInstanceOf(UndecodableProfile);
        }
      }),
    );
  });
});

describe('an exported profile', () => {
  it('survives a round trip through pprof, including its time', () => {
    const imported = importProfile(bytesOf(writePprof(profile, tree.states, TITLE)));
    expect(print(imported.tree)).toEqual(print(tree));
    expect([imported.start, imported.durationMs]).toEqual([profile.start, 60_000]);
  });

  it('survives a round trip through pprof, whatever its stacks', () => {
    fc.assert(
      fc.property(arbitraryTree, (any) => {
        fc.pre(any.total.some((column) => (column[0] ?? 0) > 0) && !any.names.includes('<nameless>'));
        const imported = importProfile(
          bytesOf(writePprof({ tree: any, sampleWeights: {} }, any.states, TITLE)),
        );
        expect(stacksOf(imported.tree)).toEqual(stacksOf(any));
      }),
    );
  });

  it('is imported from folded stacks with all samples in one state', () => {
    const file = bytesOf(writeFolded(tree, tree.states));
    expect(print(importProfile(file).tree)).toEqual([
      'main RUNNABLE=1',
      '  parse RUNNABLE=32',
      '    read RUNNABLE=3',
      '  <Sleep> RUNNABLE=400',
    ]);
    expect(importProfile(file, { state: 'WALL_TIME' }).tree.states).toEqual(['WALL_TIME']);
  });

  it('is imported unchanged from the answer of AWS, which has its thread states', () => {
    const imported = importProfile(encodeJson(profile));
    expect(print(imported.tree)).toEqual(print(tree));
    expect(imported).toMatchObject({
      start: profile.start,
      durationMs: 60_000,
      sampleWeights: { RUNNABLE: 5 },
    });
    expect(() => importProfile(encodeJson(profile), { state: 'IDLE' })).toThrow('omit --state');
  });
});

it('imports a post of the Python agent', () => {
  const fixture = '../../local-aws/sample/profiles/fixtures/agent-profile-python-1.2.6.json';
  const { start, tree: read } = importProfile(readFileSync(new URL(fixture, import.meta.url)));
  expect([start, read.states]).toEqual([1_795_300_138_071, ['WALL_TIME']]);
});

it('imports stacks recorded by perf and folded by stackcollapse-perf.pl', () => {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('speedscope/package.json')),
    'dist/release',
  );
  const [sample = ''] = readdirSync(folder).filter((name) => name.startsWith('perf-vertx-stacks'));
  const { format, tree: read } = importProfile(readFileSync(join(folder, sample)));
  expect([format, read.total[0]?.[0]]).toEqual(['folded stacks', 285]);
  expect(read.names).toContain('check_events_[k]');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportStream } from '../export/writers/export-stream';
import { writeSpeedscope } from '../export/writers/speedscope';
import { stacksOf } from '../export/writers/stacks-for-test';
import { arbitraryTree } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import { importProfile } from './import-profile';
import { roundSamples } from './posts/round-samples';

const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));
const bytesOf = ({ chunks }: ExportStream) => Buffer.concat([...chunks()]);
const FRAMES = [{ name: 'main' }, { name: 'a', file: 'src/a.py', line: 3 }, { name: 'b' }];

const sampled = (unit: string, samples: number[][], weights: number[], more = {}) => ({
  ...{ type: 'sampled', name: 'thread 1', unit, startValue: 0, endValue: 10, samples, weights },
  ...more,
});
const evented = (events: [string, number, number][], more = {}) => ({
  ...{ type: 'evented', name: 'thread 1', unit: 'none', startValue: 0, endValue: 10 },
  events: events.map(([type, frame, at]) => ({ type, frame, at })),
  ...more,
});
const file = (profiles: object[], more = {}) =>
  bytes({
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    shared: { frames: FRAMES },
    profiles,
    ...more,
  });
const sumOf = (content: Uint8Array) =>
  roundSamples(importProfile(content).tree).total.reduce((sum, column) => sum + (column[0] ?? 0), 0);

describe('a speedscope file', () => {
  it('with sampled stacks is read, with files and lines', () => {
    const { tree, format, notes } = importProfile(file([sampled('none', [[0, 1], [0, 2], [0]], [3, 7, 1])]));
    expect(print(tree)).toEqual(['main RUNNABLE=1', '  a RUNNABLE=3', '  b RUNNABLE=7']);
    expect([format, notes]).toEqual(['speedscope profile', []]);
    expect([tree.files[tree.file[2] ?? -1], tree.lineFrom[2]]).toEqual(['src/a.py', 3]);
  });

  it('with events counts the time between two for the innermost open frame', () => {
    const events: [string, number, number][] = [
      ['O', 0, 0],
      ['O', 1, 2],
      ['C', 1, 5],
      ['C', 0, 6],
      ['O', 2, 8],
    ];
    const { tree, notes } = importProfile(file([evented(events)]));
    expect(print(tree)).toEqual(['main RUNNABLE=3', '  a RUNNABLE=3', 'b RUNNABLE=2']);
    expect(notes).toEqual(["During 20.0 % of its length no frame was open; that part isn't counted."]);
  });

  it('counts a sample for each equal weight, and microseconds for other times', () => {
    const equal = importProfile(file([sampled('seconds', [[0], [0, 1]], [0.01, 0.01], { endValue: 0.02 })]));
    expect(print(equal.tree)).toEqual(['main RUNNABLE=1', '  a RUNNABLE=1']);
    expect(equal).toMatchObject({ durationMs: 20, sampleWeights: { RUNNABLE: 100 } });
    const other = importProfile(file([sampled('milliseconds', [[0], [0, 1]], [0.5, 1.25])]));
    expect(print(other.tree)).toEqual(['main RUNNABLE=500', '  a RUNNABLE=1250']);
    expect(other).toMatchObject({ durationMs: 10, sampleWeights: { RUNNABLE: 1e6 } });
    expect(other.notes).toEqual(['Its values are times: one sample stands for one microsecond.']);
  });

  it('adds up its profiles, except for those in other units than the shown one', () => {
    const profiles = [
      sampled('bytes', [[0]], [1000]),
      sampled('none', [[0]], [2]),
      sampled('none', [[0, 1]], [3], { name: 'thread 2' }),
    ];
    const { tree, notes } = importProfile(file(profiles, { activeProfileIndex: 1 }));
    expect(print(tree)).toEqual(['main RUNNABLE=2', '  a RUNNABLE=3']);
    expect(notes).toEqual([
      'Its 2 profiles were added up: thread 1, thread 2.',
      '1 profile in other units than counts was left out.',
    ]);
  });

  it('of memory needs a state', () => {
    const memory = file([sampled('bytes', [[0]], [64])]);
    expect(() => importProfile(memory)).toThrow('Its values are bytes, not thread samples.');
    expect(print(importProfile(memory, { state: 'ALLOCATED' }).tree)).toEqual(['main ALLOCATED=64']);
  });

  it('keeps functions of one name in different files apart', () => {
    const frames = [
      { name: 'run', file: 'a.js' },
      { name: 'run', file: 'b.js' },
      { name: 'main', file: 'a.js' },
    ];
    const content = file(
      [
        sampled(
          'none',
          [
            [2, 0],
            [2, 1],
          ],
          [3, 4],
        ),
      ],
      { shared: { frames } },
    );
    expect(print(importProfile(content).tree)).toEqual([
      'main 0',
      '  run (a.js) RUNNABLE=3',
      '  run (b.js) RUNNABLE=4',
    ]);
  });

  it('that we exported is read with its thread states', () => {
    const tree = callTree(`
      main 0
        parse RUNNABLE=30 BLOCKED=2
        <Sleep> IDLE=400
    `);
    const { tree: read, notes } = importProfile(
      bytesOf(writeSpeedscope(tree, tree.states, { group: 'shop', range: 'an hour' })),
    );
    expect([stacksOf(read), notes]).toEqual([stacksOf(tree), []]);
  });

  it('that we exported has the same stacks, whatever they are', () => {
    fc.assert(
      fc.property(arbitraryTree, (any) => {
        fc.pre(any.total.some((column) => (column[0] ?? 0) > 0) && !any.names.includes('<nameless>'));
        const written = writeSpeedscope(any, any.states, { group: 'shop', range: 'an hour' });
        expect(stacksOf(importProfile(bytesOf(written)).tree)).toEqual(stacksOf(any));
      }),
    );
  });

  it('keeps the sum of its weights to within a microsecond', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(weights, (all) => {
        const samples = all.map((_, i) => (i % 3 === 0 ? [0] : [0, i % 3]));
        const micros = all.reduce((sum, weight) => sum + weight * 1000, 0);
        fc.pre(new Set(all).size > 1);
        expect(Math.abs(sumOf(file([sampled('milliseconds', samples, all)])) - micros)).toBeLessThan(1.01);
      }),
    );
  });

  it.each<[string, Uint8Array, string]>([
    ['no profiles', file([]), 'profiles is not a list with at least one profile'],
    ['no frames', file([sampled('none', [], [])], { shared: {} }), 'shared.frames is not a list'],
    [
      'an unknown frame',
      file([sampled('none', [[3]], [1])]),
      'samples[0][0] is not a whole number from 0 to 2',
    ],
    [
      'too few weights',
      file([sampled('none', [[0], [1]], [1])]),
      'weights is not as long as its samples (2)',
    ],
    ['a negative weight', file([sampled('none', [[0]], [-1])]), 'a difference of two profiles'],
    ['an unknown unit', file([sampled('hours', [[0]], [1])]), 'profiles[0].unit is not none, bytes, nanosec'],
    [
      'events that go back',
      file([
        evented([
          ['O', 0, 5],
          ['C', 0, 4],
        ]),
      ]),
      'events[1].at is not at least 5',
    ],
    [
      'crossed events',
      file([
        evented([
          ['O', 0, 1],
          ['O', 1, 2],
          ['C', 0, 3],
        ]),
      ]),
      'not the innermost open frame',
    ],
    ['another type', file([{ type: 'sum', unit: 'none' }]), 'profiles[0].type is not sampled or evented'],
  ])('with %s is refused with a sentence', (_what, content, words) => {
    expect(() => importProfile(content)).toThrow(
      expect.objectContaining({ name: 'UndecodableProfile', message: expect.stringContaining(words) }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { print } from '../testing/text';
import { importProfile } from './import-profile';

const read = (value: object, options = {}) =>
  importProfile(new TextEncoder().encode(JSON.stringify(value)), options);

const START = 1_795_300_000_000;
const CATEGORIES = [{ name: 'Idle' }, { name: 'Other' }];
const meta = { version: 30, interval: 2, startTime: START, categories: CATEGORIES };
const STRINGS = ['main', 'render', 'poll', 'https://shop.example/app.js', '0x7f3a', 'libxul.so'];

/** Frames main → render, main → poll (idle), main → 0x7f3a of libxul.so. */
const tables = {
  frameTable: { func: [0, 1, 2, 3], category: [1, 1, 0, null], line: [null, 12, null, null], length: 4 },
  funcTable: {
    ...{ name: [0, 1, 2, 4], resource: [-1, -1, -1, 0], length: 4 },
    ...{ fileName: [null, 3, null, null], lineNumber: [null, 9, null, null] },
  },
  resourceTable: { name: [5], length: 1 },
  stackTable: { frame: [0, 1, 2, 3], prefix: [null, 0, 0, 0], length: 4 },
};
const thread = (samples: object, more: object = tables) => ({
  name: 'main',
  stringArray: STRINGS,
  samples,
  ...more,
});
const TREE = ['main RUNNABLE=1', '  render RUNNABLE=2', '  poll IDLE=3', '  libxul.so:0x7f3a RUNNABLE=1'];
const stack = [0, 1, 1, 2, 2, 2, null, 3];
const time = [10, 12, 14, 16, 18, 20, 22, 24];

describe('a Firefox profile', () => {
  it('is read with its time, its interval and idle samples', () => {
    const profile = read({ meta, threads: [thread({ stack, time, length: 8 })] });
    expect(print(profile.tree)).toEqual(TREE);
    expect(profile).toMatchObject({
      ...{ format: 'Firefox profile', start: START + 10, durationMs: 16, notes: [] },
      sampleWeights: { RUNNABLE: 500, IDLE: 500 },
    });
    const { tree } = profile;
    expect([tree.files[tree.file[2] ?? -1], tree.lineFrom[2]]).toEqual(['https://shop.example/app.js', 12]);
  });

  it('of newer versions shares its tables, with distances to callers and names of sources', () => {
    const { fileName: _, ...funcs } = tables.funcTable;
    const shared = {
      ...tables,
      stringArray: STRINGS,
      stackTable: { frame: [0, 1, 2, 3], prefixOffset: [0, 1, 2, 3], length: 4 },
      funcTable: { ...funcs, source: [null, 0, null, null] },
      sources: { filename: [3], length: 1 },
    };
    const part = (from: number, to: number) => ({
      samples: {
        stack: stack.slice(from, to),
        timeDeltas: time.slice(from, to).map((_each, i) => (i ? 2 : time[from])),
      },
    });
    const profile = read({ meta, shared, threads: [part(0, 4), part(4, 8)] });
    expect(print(profile.tree)).toEqual(TREE);
    expect(profile.tree.files).toEqual(['https://shop.example/app.js']);
    expect(profile).toMatchObject({
      start: START + 10,
      durationMs: 16,
      notes: ['Its 2 threads were added up.'],
    });
  });

  it('as Firefox writes it has rows and nested processes', () => {
    const process = (samples: (number | null)[][]) => ({
      meta,
      threads: [
        {
          stringTable: ['main', 'render (https://shop.example/app.js:12:5)'],
          frameTable: { schema: { location: 0, line: 1 }, data: [[0], [1, 14]] },
          stackTable: {
            schema: { prefix: 0, frame: 1 },
            data: [
              [null, 0],
              [0, 1],
            ],
          },
          samples: { schema: { stack: 0, time: 1 }, data: samples },
        },
      ],
    });
    const whole = {
      ...process([
        [1, 0],
        [1, 2],
        [0, 4],
      ]),
      processes: [
        process([
          [0, 1],
          [null, 3],
        ]),
      ],
    };
    const { tree } = read(whole);
    expect(print(tree)).toEqual(['main RUNNABLE=2', '  render RUNNABLE=2']);
    expect([tree.files, tree.lineFrom[2]]).toEqual([['https://shop.example/app.js'], 14]);
  });

  it('places the times of a nested process, which has a clock of its own', () => {
    const process = (startTime: number, from: number) => ({
      meta: { ...meta, startTime },
      threads: [thread({ stack: [0, 1], time: [from, from + 4] })],
    });
    const whole = { ...process(START, 10), processes: [process(START + 5000, 2), process(START - 100, 20)] };
    // The third process starts 100 ms before the first: its samples are the first, at -80 ms.
    expect(read(whole)).toMatchObject({ start: START - 80, durationMs: 5006 + 80 + 2 });
  });

  it('counts weights, and samples without CPU time as idle', () => {
    const samples = {
      stack: [0, 1, 1],
      weight: [1, 5, 7],
      threadCPUDelta: [0, 900, 0],
      weightType: 'samples',
    };
    expect(print(read({ meta, threads: [thread(samples)] }).tree)).toEqual([
      'main RUNNABLE=1',
      '  render RUNNABLE=5 IDLE=7',
      '  poll 0',
      '  libxul.so:0x7f3a 0',
    ]);
    const chosen = read({ meta, threads: [thread(samples)] }, { state: 'WALL_TIME' });
    expect(chosen.tree.states).toEqual(['WALL_TIME']);
  });

  it('leaves out threads with other values than samples, and counts times in microseconds', () => {
    const threads = [
      thread({ stack: [1], weight: [2.5], weightType: 'tracing-ms' }),
      thread({ stack: [1], weight: [64], weightType: 'bytes' }),
    ];
    const { tree, notes } = read({ meta, threads });
    expect(tree.total.map((column) => column[0])).toEqual([2500]);
    expect(notes).toEqual([
      '1 thread whose values are no times was left out.',
      'Its values are times: one sample stands for one microsecond.',
    ]);
    expect(() => read({ meta, threads: threads.slice(1) })).toThrow('Its values are bytes');
  });

  it('can be very deep', () => {
    const length = 30_000;
    const table = {
      frame: Array(length).fill(0),
      prefix: Array.from({ length }, (_, i) => (i ? i - 1 : null)),
    };
    const { tree, notes } = read({
      meta,
      threads: [thread({ stack: [length - 1] }, { ...tables, stackTable: table })],
    });
    expect([tree.name.length, tree.self[0]?.[10_000]]).toEqual([10_001, 1]);
    expect(notes).toEqual([
      '1 stack is deeper than 10,000 frames; samples of deeper frames count for frame 10,000.',
    ]);
  });

  const withStacks = (stackTable: object, of = [1]) => ({
    meta,
    threads: [thread({ stack: of }, { ...tables, stackTable })],
  });
  it.each([
    ['a circle', withStacks({ frame: [0, 1], prefix: [1, 0] }), 'stackTable.prefix is not free of circles'],
    [
      'an unknown caller',
      withStacks({ frame: [0, 1], prefix: [null, 9] }),
      'prefix[1] is not a whole number',
    ],
    ['a caller that follows', withStacks({ frame: [0, 1], prefixOffset: [0, 2] }), 'prefixOffset[1] is not'],
    [
      'an unknown stack',
      withStacks(tables.stackTable, [7]),
      'samples.stack[0] is not a whole number from 0 to 3',
    ],
    [
      'no strings',
      { meta, threads: [{ samples: {}, frameTable: {} }] },
      'threads[0].stringArray is not a list',
    ],
    ['a thread that is a text', { meta, threads: ['x'] }, 'threads[0] is not an object'],
  ])('with %s is refused with a sentence', (_what, value, words) => {
    expect(() => read(value)).toThrow(
      expect.objectContaining({ name: 'UndecodableProfile', message: expect.stringContaining(words) }),
    );
  });
});

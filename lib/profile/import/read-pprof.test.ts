import { gzipSync } from 'node:zlib';
import {
  Line,
  Location,
  Mapping,
  Function as PprofFunction,
  Profile,
  Sample,
  StringTable,
  ValueType,
} from 'pprof-format';
import { describe, expect, it } from 'vitest';
import { print } from '../testing/text';
import { importProfile } from './import-profile';

type Stack = { frames: string[]; value: number[] };

/** A pprof file written by another program: value types by name and unit, stacks from the root. */
function pprof(
  types: [type: string, unit: string][],
  stacks: Stack[],
  more: { period?: number; periodType?: [string, string]; timeNanos?: bigint } = {},
): Uint8Array {
  const stringTable = new StringTable();
  const typeOf = ([type, unit]: [string, string]) =>
    new ValueType({ type: stringTable.dedup(type), unit: stringTable.dedup(unit) });
  const names = [...new Set(stacks.flatMap(({ frames }) => frames))];
  return new Profile({
    sampleType: types.map(typeOf),
    sample: stacks.map(
      ({ frames, value }) =>
        new Sample({ locationId: frames.map((name) => names.indexOf(name) + 1).reverse(), value }),
    ),
    location: names.map(
      (_, i) => new Location({ id: i + 1, line: [new Line({ functionId: i + 1, line: 10 + i })] }),
    ),
    function: names.map(
      (name, i) =>
        new PprofFunction({
          id: i + 1,
          name: stringTable.dedup(name),
          filename: stringTable.dedup(`${name}.go`),
        }),
    ),
    stringTable,
    ...(more.periodType && { periodType: typeOf(more.periodType) }),
    period: more.period ?? 0,
    timeNanos: more.timeNanos ?? 0,
  }).encode();
}

const stacks = (...values: number[][]): Stack[] => [
  { frames: ['main', 'work'], value: values[0] ?? [] },
  { frames: ['main'], value: values[1] ?? [] },
];

describe('a pprof file of another program', () => {
  it('of CPU time, as Go writes it, has RUNNABLE samples, one per period', () => {
    const file = pprof(
      [
        ['samples', 'count'],
        ['cpu', 'nanoseconds'],
      ],
      stacks([3, 30_000_000], [1, 10_000_000]),
      { periodType: ['cpu', 'nanoseconds'], period: 10_000_000, timeNanos: 1_795_300_138_071_000_000n },
    );
    const imported = importProfile(gzipSync(file));
    expect(print(imported.tree)).toEqual(['main RUNNABLE=1', '  work RUNNABLE=3']);
    expect(imported).toMatchObject({ start: 1_795_300_138_071, sampleWeights: { RUNNABLE: 100 } });
    const { files, file: fileOf, lineFrom } = imported.tree;
    expect([files[fileOf[2] ?? -1], lineFrom[2]]).toEqual(['work.go', 11]);
  });

  it.each<[string, [string, string][], number[][], string[]]>([
    [
      'wall time',
      [
        ['sample', 'count'],
        ['wall', 'nanoseconds'],
      ],
      [
        [2, 9],
        [1, 9],
      ],
      ['main 1', '  work 2'],
    ],
    [
      'waits for locks',
      [
        ['contentions', 'count'],
        ['delay', 'nanoseconds'],
      ],
      [
        [2, 9],
        [1, 9],
      ],
      ['main BLOCKED=1', '  work BLOCKED=2'],
    ],
    ['goroutines', [['goroutine', 'count']], [[2], [1]], ['main 1', '  work 2']],
    ['times alone', [['cpu', 'milliseconds']], [[25], [15]], ['main RUNNABLE=1.5', '  work RUNNABLE=2.5']],
  ])('with %s is imported', (_what, types, values, lines) => {
    expect(print(importProfile(pprof(types, stacks(...values))).tree)).toEqual(lines);
  });

  it.each<[string, [string, string][], number[][], string[]]>([
    [
      'a time, whatever its unit is called',
      [['cpu', 'seconds']],
      [[1], [1]],
      ['main RUNNABLE=100', '  work RUNNABLE=100'],
    ],
    [
      'CPU before wall time',
      [
        ['wall', 'count'],
        ['cpu', 'count'],
      ],
      [
        [9, 3],
        [9, 1],
      ],
      ['main RUNNABLE=1', '  work RUNNABLE=3'],
    ],
    [
      'wall time when there is no CPU',
      [
        ['cpu', 'count'],
        ['wall', 'count'],
      ],
      [
        [0, 3],
        [0, 1],
      ],
      ['main 1', '  work 3'],
    ],
    [
      'samples before cycles',
      [
        ['samples', 'count'],
        ['cycles', 'count'],
      ],
      [
        [3, 900],
        [1, 500],
      ],
      ['main RUNNABLE=1', '  work RUNNABLE=3'],
    ],
    [
      'names with underscores',
      [
        ['cpu_samples', 'count'],
        ['alloc_space', 'bytes'],
      ],
      [
        [3, 9],
        [1, 9],
      ],
      ['main RUNNABLE=1', '  work RUNNABLE=3'],
    ],
  ])('is read by %s', (_what, types, values, lines) => {
    expect(print(importProfile(pprof(types, stacks(...values))).tree)).toEqual(lines);
  });

  it('keeps functions of the same name in different files apart', () => {
    const stringTable = new StringTable();
    const text = (word: string) => stringTable.dedup(word);
    const file = new Profile({
      sampleType: [new ValueType({ type: text('samples'), unit: text('count') })],
      sample: [
        new Sample({ locationId: [1], value: [3] }),
        new Sample({ locationId: [2], value: [4] }),
        new Sample({ locationId: [3], value: [1] }),
      ],
      location: [1, 2, 3].map((id) => new Location({ id, line: [new Line({ functionId: id, line: 5 })] })),
      function: [
        new PprofFunction({ id: 1, name: text('run'), filename: text('/app/cart/index.py') }),
        new PprofFunction({ id: 2, name: text('run'), filename: text('/app/search/index.py') }),
        new PprofFunction({ id: 3, name: text('main'), filename: text('/app/main.py') }),
      ],
      stringTable,
    }).encode();
    expect(print(importProfile(file).tree)).toEqual([
      'run (/app/cart/index.py) RUNNABLE=3',
      'run (/app/search/index.py) RUNNABLE=4',
      'main RUNNABLE=1',
    ]);
  });

  it('of memory is rejected unless a sample type is chosen', () => {
    const file = pprof(
      [
        ['alloc_objects', 'count'],
        ['inuse_space', 'bytes'],
      ],
      stacks([2, 512], [1, 64]),
    );
    expect(() => importProfile(file)).toThrow(
      'It counts alloc_objects (count), inuse_space (bytes), none of which are thread samples.',
    );
    expect(() => importProfile(file, { sampleType: 'cpu' })).toThrow('It has no sample type cpu.');
    const { tree } = importProfile(file, { sampleType: 'inuse_space', state: 'HEAP' });
    expect(print(tree)).toEqual(['main HEAP=64', '  work HEAP=512']);
  });

  it('shows an inlined function below its caller, and names an address after its binary', () => {
    const stringTable = new StringTable();
    const text = (word: string) => stringTable.dedup(word);
    const file = new Profile({
      sampleType: [new ValueType({ type: text('samples'), unit: text('count') })],
      sample: [new Sample({ locationId: [2, 1], value: [4] })],
      mapping: [new Mapping({ id: 7, filename: text('/usr/lib/libc.so.6') })],
      location: [
        new Location({
          id: 1,
          line: [new Line({ functionId: 2, line: 5 }), new Line({ functionId: 1, line: 3 })],
        }),
        new Location({ id: 2, mappingId: 7, address: 0x7f3a }),
      ],
      function: [
        new PprofFunction({ id: 1, name: text('outer') }),
        new PprofFunction({ id: 2, systemName: text('_inner') }),
      ],
      stringTable,
    }).encode();
    expect(print(importProfile(file).tree)).toEqual([
      'outer 0',
      '  _inner 0',
      '    libc.so.6:0x7f3a RUNNABLE=4',
    ]);
  });

  it('is rejected when it is truncated or a difference', () => {
    const file = pprof([['samples', 'count']], stacks([3], [1]));
    for (const length of [2, 20, file.length - 3]) {
      expect(() => importProfile(file.subarray(0, length))).toThrow('nor a complete pprof profile');
    }
    expect(() => importProfile(pprof([['samples', 'count']], stacks([-3], [1])))).toThrow(
      'difference of two',
    );
  });
});

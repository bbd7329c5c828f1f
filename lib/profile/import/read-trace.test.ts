import { describe, expect, it } from 'vitest';
import { print } from '../testing/text';
import { importProfile } from './import-profile';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (value: object) => importProfile(bytes(JSON.stringify(value)));

const frame = (functionName: string) => ({
  ...{ functionName, scriptId: 1 },
  ...(functionName.startsWith('(')
    ? {}
    : { url: 'https://shop.example/src/app.js', lineNumber: 3, columnNumber: 0 }),
});
const node = (id: number, functionName: string, parent?: number) => ({
  id,
  callFrame: frame(functionName),
  ...(parent !== undefined && { parent }),
});
const event = (name: string, id: string, data: object) => ({
  ph: 'P',
  name,
  pid: 7,
  tid: 1,
  id,
  ts: 1,
  args: { data },
});
const chunk = (id: string, nodes: object[], samples: number[], timeDeltas: number[]) =>
  event('ProfileChunk', id, { cpuProfile: { nodes, samples }, timeDeltas });

/** Two threads; the first one has two chunks. */
const EVENTS = [
  { ph: 'M', name: 'process_name', pid: 7, args: { name: 'Renderer' } },
  event('Profile', '0x1', { startTime: 1000 }),
  chunk('0x1', [node(1, '(root)'), node(2, 'main', 1), node(3, '(idle)', 1)], [2, 3, 3], [500, 500, 500]),
  event('Profile', '0x2', { startTime: 2000 }),
  chunk('0x1', [node(4, 'paint', 2)], [4, 4], [500, 500]),
  chunk('0x2', [node(1, '(root)'), node(2, 'work', 1)], [2], [2500]),
];
const TREE = [
  'shop.example/src/app:main RUNNABLE=1',
  '  shop.example/src/app:paint RUNNABLE=2',
  '<Idle> IDLE=2',
  'shop.example/src/app:work RUNNABLE=1',
];

describe('a Chrome trace', () => {
  it('has the samples of all threads, from the chunks of their profiles', () => {
    const trace = read({ traceEvents: EVENTS, metadata: { startTime: '2026-11-24T13:00:00.000Z' } });
    expect(print(trace.tree)).toEqual(TREE);
    expect(trace).toMatchObject({
      ...{ format: 'Chrome trace', start: Date.parse('2026-11-24T13:00:00Z'), durationMs: 3.5 },
      // Six samples in 2.5 ms of each of two threads.
      sampleWeights: { RUNNABLE: 1200, IDLE: 1200 },
      notes: ['CPU samples of its 2 threads were added up.'],
    });
  });

  it('can be a list, whose end may be missing', () => {
    expect(print(read(EVENTS).tree)).toEqual(TREE);
    const unended = JSON.stringify(EVENTS).replace(/\]$/, ',\n');
    expect(print(importProfile(bytes(unended)).tree)).toEqual(TREE);
  });

  it('can contain a whole profile, whose nodes name their callees', () => {
    const cpuProfile = {
      nodes: [
        { id: 1, callFrame: frame('(root)'), children: [2] },
        { id: 2, callFrame: frame('main'), hitCount: 10 },
      ],
      startTime: 1000,
      endTime: 11_000,
    };
    const trace = read({ traceEvents: [event('CpuProfile', '1', { cpuProfile })] });
    expect(print(trace.tree)).toEqual(['shop.example/src/app:main RUNNABLE=10']);
    expect(trace).toMatchObject({ durationMs: 10, sampleWeights: { RUNNABLE: 1000 }, notes: [] });
  });

  it.each([
    ['as long as the known one', [1000], 1, 2000],
    ['longer than that', [5000], 5, 2000 / 3],
  ])(
    'with a profile of unknown start, %s, has a length nevertheless',
    (_what, deltas, durationMs, perSecond) => {
      const traceEvents = [
        event('Profile', '0x1', { startTime: 1e11 }),
        chunk('0x1', [node(1, '(root)'), node(2, 'main', 1)], [2, 2], [500, 500]),
        chunk('0x2', [node(1, '(root)'), node(2, 'work', 1)], [2, 2], deltas),
      ];
      expect(read({ traceEvents })).toMatchObject({
        durationMs,
        sampleWeights: { RUNNABLE: expect.closeTo(perSecond) },
      });
    },
  );

  it('takes its rate from the threads whose length is known', () => {
    const traceEvents = [
      chunk('0x1', [node(1, '(root)'), node(2, 'main', 1)], [2, 2], [500, 500]),
      chunk('0x2', [node(1, '(root)'), node(2, 'work', 1)], Array(50).fill(2), []),
    ];
    const { tree, sampleWeights } = read({ traceEvents });
    expect([tree.total[0]?.[0], sampleWeights]).toEqual([52, { RUNNABLE: 2000 }]);
  });

  it('names its thread states itself', () => {
    const trace = bytes(JSON.stringify(EVENTS));
    expect(() => importProfile(trace, { state: 'WALL_TIME' })).toThrow('omit --state');
  });

  it('can be very deep', () => {
    const nodes = Array.from({ length: 30_000 }, (_, i) => node(i + 1, `f${i}`, i === 0 ? undefined : i));
    const { tree, notes } = read({ traceEvents: [chunk('0x1', nodes, [30_000], [1])] });
    expect([tree.name.length, tree.self[0]?.[10_000]]).toEqual([10_001, 1]);
    expect(notes).toEqual([
      '1 stack is deeper than 10,000 frames; samples of deeper frames count for frame 10,000.',
    ]);
  });

  it.each([
    [
      'no profile',
      [{ ph: 'X', name: 'Layout', args: {} }],
      'without CPU samples. Record it with JavaScript samples',
    ],
    [
      'an unknown caller',
      [chunk('1', [node(1, '(root)'), node(2, 'a', 9)], [2], [1])],
      'callee 9 is not the id of',
    ],
    ['an unknown sample', [chunk('1', [node(1, '(root)')], [5], [1])], 'sample 5 is not the id of a node'],
    ['a node given twice', [chunk('1', [node(2, 'a'), node(2, 'b')], [], [])], 'node 2 is not the only one'],
    [
      'nodes that are no list',
      [event('ProfileChunk', '1', { cpuProfile: { nodes: 1 } })],
      'nodes is not a list',
    ],
    [
      'a circle',
      [chunk('1', [node(1, '(root)'), node(2, 'a', 3), node(3, 'b', 2)], [2], [1])],
      'not free of circles',
    ],
  ])('with %s is refused with a sentence', (_what, traceEvents, words) => {
    expect(() => read({ traceEvents })).toThrow(
      expect.objectContaining({ name: 'UndecodableProfile', message: expect.stringContaining(words) }),
    );
  });
});

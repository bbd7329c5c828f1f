import { Session } from 'node:inspector';
import { describe, expect, it } from 'vitest';
import { print } from '../testing/text';
import { importProfile } from './import-profile';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a V8 CPU profile', () => {
  const frame = (functionName: string, url: string, lineNumber = 9) => ({
    functionName,
    url,
    lineNumber,
    columnNumber: 0,
  });
  const cpu = (nodes: object[], more = {}) => importProfile(bytes(JSON.stringify({ nodes, ...more })));

  it('recorded in this process is read', () => {
    const session = new Session();
    session.connect();
    session.post('Profiler.enable');
    session.post('Profiler.setSamplingInterval', { interval: 200 });
    session.post('Profiler.start');
    for (let i = 0; i < 200; i++) JSON.parse(JSON.stringify(Array.from({ length: 1000 }, (_, n) => `${n}`)));
    let saved = '';
    session.post('Profiler.stop', (_, { profile: recorded }) => {
      saved = JSON.stringify(recorded);
    });
    session.disconnect();
    const { tree: read, durationMs, sampleWeights } = importProfile(bytes(saved));
    expect(read.states).toContain('RUNNABLE');
    expect(durationMs).toBeGreaterThan(1);
    expect(sampleWeights?.RUNNABLE).toBeGreaterThan(1);
  });

  it('has names relative to the common folder of its own code', () => {
    const { tree: read } = cpu([
      { id: 1, callFrame: frame('(root)', ''), children: [2, 3, 4, 5] },
      { id: 2, callFrame: frame('main', 'file:///home/ada/shop/src/main.js'), hitCount: 1 },
      { id: 3, callFrame: frame('total', 'file:///home/ada/shop/lib/cart.js'), hitCount: 1 },
      { id: 4, callFrame: frame('parse', 'file:///opt/node_modules/zod/index.js'), hitCount: 1 },
      { id: 5, callFrame: frame('(idle)', ''), hitCount: 7 },
    ]);
    expect(print(read)).toEqual([
      'src.main:main RUNNABLE=1',
      'lib.cart:total RUNNABLE=1',
      'zod.index:parse RUNNABLE=1',
      '<Idle> IDLE=7',
    ]);
  });

  it('without hit counts is counted by its samples', () => {
    const nodes = [
      { id: 1, callFrame: frame('(root)', ''), children: [2] },
      { id: 2, callFrame: frame('main', '/app/x.js') },
    ];
    expect(print(cpu(nodes, { samples: [2, 2, 1, 2] }).tree)).toEqual([
      '(root) RUNNABLE=1',
      'x:main RUNNABLE=3',
    ]);
  });

  it('is linked by parents in place of children, the root anywhere', () => {
    const nodes = [
      { id: 3, parent: 2, callFrame: frame('work', '/app/x.js'), hitCount: 7 },
      { id: 2, parent: 1, callFrame: frame('main', '/app/x.js'), hitCount: 3 },
      { id: 1, callFrame: frame('(root)', '') },
    ];
    expect(print(cpu(nodes).tree)).toEqual(['x:main RUNNABLE=3', '  x:work RUNNABLE=7']);
  });

  it('keeps first frames without a root', () => {
    const nodes = [
      { id: 1, callFrame: frame('main', '/app/x.js'), hitCount: 3 },
      { id: 2, callFrame: frame('work', '/app/x.js'), hitCount: 7 },
    ];
    expect(print(cpu(nodes).tree)).toEqual(['x:main RUNNABLE=3', 'x:work RUNNABLE=7']);
  });

  it.each([
    ['/cart/index.js', '/search/index.js', 'cart.index:run', 'search.index:run'],
    ['C:\\cart\\index.js', 'D:\\search\\index.js', 'cart.index:run', 'search.index:run'],
    [
      'https://a.example/index.js',
      'https://b.example/index.js',
      'a.example/index:run',
      'b.example/index:run',
    ],
    ['webpack:///./cart/index.ts', 'webpack:///./search/index.ts', 'cart/index:run', 'search/index:run'],
    ['data:text/javascript,a', 'data:text/javascript,b', /^data-\w{8}:run$/, /^data-\w{8}:run$/],
  ])('keeps functions of %s and %s apart', (one, other, first, second) => {
    const nodes = [
      { id: 1, callFrame: frame('(root)', ''), children: [2, 3] },
      { id: 2, callFrame: frame('run', one), hitCount: 3 },
      { id: 3, callFrame: frame('run', other), hitCount: 4 },
    ];
    const names = cpu(nodes).tree.names.slice(1);
    expect(names).toHaveLength(2);
    expect(names).toEqual([expect.stringMatching(first), expect.stringMatching(second)]);
  });

  it('names functions without a name by their place', () => {
    const at = (id: number, lineNumber: number, columnNumber: number) => ({
      id,
      callFrame: { functionName: '', url: '/app/x.js', lineNumber, columnNumber },
      hitCount: id,
    });
    const nodes = [
      { id: 1, callFrame: frame('(root)', ''), children: [2, 3, 4, 5] },
      ...[at(2, 0, 0), at(3, 0, 7), at(4, 0, 9), at(5, 6, 2)],
    ];
    expect(print(cpu(nodes).tree)).toEqual([
      'x:<module> RUNNABLE=2',
      'x:<anonymous at line 1, column 8> RUNNABLE=3',
      'x:<anonymous at line 1, column 10> RUNNABLE=4',
      'x:<anonymous at line 7> RUNNABLE=5',
    ]);
  });

  it('can be very wide and very deep', () => {
    const many = Array.from({ length: 130_000 }, (_, i) => i + 2);
    const wide = cpu([
      { id: 1, callFrame: frame('(root)', ''), children: many },
      ...many.map((id) => ({ id, callFrame: frame(`f${id}`, 'a.js'), hitCount: 1 })),
    ]);
    expect(wide.tree.name.length).toBe(130_001);
    const deep = Array.from({ length: 10_050 }, (_, i) => ({
      id: i + 1,
      callFrame: frame('f', 'a.js'),
      hitCount: i === 10_049 ? 5 : 0,
      children: i === 10_049 ? [] : [i + 2],
    }));
    const { tree: cut, notes } = cpu(deep);
    expect([cut.name.length, cut.self[0]?.[10_000]]).toEqual([10_001, 5]);
    expect(notes).toEqual([
      '1 stack is deeper than 10,000 frames; samples of deeper frames count for frame 10,000.',
    ]);
    expect(wide.notes).toEqual([]);
  });

  it('of old versions can be very deep', () => {
    const open = '{"functionName":"f","url":"a.js","lineNumber":1,"hitCount":1,"children":['.repeat(20_000);
    const { tree, notes } = importProfile(bytes(`{"head":${open}${']}'.repeat(20_000)}}`));
    expect([tree.total[0]?.[0], tree.depth.at(-1)]).toEqual([20_000, 10_000]);
    expect(notes[0]).toMatch(/^10,000 stacks are deeper than 10,000 frames/);
  });

  it('of old versions is counted by its samples when it has no hit counts', () => {
    const head = {
      functionName: '(root)',
      id: 11,
      children: [{ functionName: 'main', url: '/app/x.js', lineNumber: 4, id: 12, children: [] }],
    };
    const { tree, durationMs } = importProfile(
      bytes(JSON.stringify({ head, samples: [12, 12, 12], startTime: 100.5, endTime: 103 })),
    );
    expect([print(tree), durationMs, tree.lineFrom[1]]).toEqual([['x:main RUNNABLE=3'], 2500, 4]);
  });

  it.each([
    ['an unknown node', 11, 99],
    ['a node that exists twice', 12, 12],
  ])('whose samples name %s is rejected, whether new or old', (_what, id, sample) => {
    const words = 'A node of the CPU profile that a sample names is missing or exists twice.';
    const head = { functionName: '', id: 12, children: [{ functionName: 'main', id, children: [] }] };
    const old = bytes(JSON.stringify({ head, samples: [sample, sample] }));
    expect(() => importProfile(old)).toThrow(words);
    const nodes = [{ id: 2, callFrame: frame('main', 'a.js') }];
    expect(() => cpu(nodes, { samples: [2, 99] })).toThrow(words);
  });

  it.each([
    ['a circle', [{ id: 1, callFrame: frame('', ''), children: [1] }], 'is its own caller'],
    ['a missing node', [{ id: 1, callFrame: frame('', ''), children: [2] }], 'is missing or has two parents'],
    [
      'no frame',
      [{ id: 1 }],
      'nodes.0.callFrame is not valid: it has to be an object with functionName, url and lineNumber.',
    ],
    [
      'a negative count',
      [{ id: 1, callFrame: frame('', ''), hitCount: -1 }],
      'nodes.0.hitCount is not valid: it has to be a whole number of at least 0.',
    ],
    ['no nodes', [], 'nodes is not valid: it has to be a list of at least one node.'],
    [
      'two nodes of the same id',
      [
        { id: 1, callFrame: frame('', '') },
        { id: 1, callFrame: frame('', '') },
      ],
      'has the same id as another',
    ],
    ['a missing parent', [{ id: 1, parent: 9, callFrame: frame('', '') }], 'has a parent that is missing'],
  ])('with %s is rejected', (_what, nodes, words) => {
    expect(() => cpu(nodes)).toThrow(words);
  });
});

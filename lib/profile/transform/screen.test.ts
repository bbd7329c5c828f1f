import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callTree, print } from '../testing/text';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { cutForScreen, samplesOf } from './screen';

const STATES = ['RUNNABLE', 'WAITING'];

/** Any tree: each step closes `up` frames, then opens one and counts samples in it. */
const anyTree = fc
  .array(
    fc.record({
      up: fc.nat(3),
      name: fc.constantFrom('a', 'b', 'c'),
      state: fc.constantFrom(...STATES),
      samples: fc.nat(1000),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    const builder = new CallTreeBuilder();
    for (const { up, name, state, samples } of steps) {
      for (let i = 0; i < up; i++) builder.close();
      builder.open(name);
      builder.count(state, samples);
    }
    return builder.finish();
  });

describe('cutForScreen', () => {
  const tree = callTree(`
    main 0
      parse 900
      render 70
        paint 20
        layout 6
        blink 4
  `);

  it('keeps frames of a pixel and counts the rest in the total above', () => {
    const { tree: cut, nodes } = cutForScreen(tree, { samples: samplesOf(tree, ['WALL_TIME']), width: 100 });
    expect(print(cut)).toEqual(['main 0', '  parse 900', '  render 70', '    paint 20']);
    expect(cut.total[0]?.[3]).toBe(100);
    expect([...nodes]).toEqual([0, 1, 2, 3, 4]);
    expect([...(cut.omitted ?? [])]).toEqual([0, 0, 0, 2, 0]);
  });

  it('measures by the visible states', () => {
    const mixed = callTree('busy RUNNABLE=99 WAITING=1\nasleep WAITING=1000');
    const { tree: cut } = cutForScreen(mixed, { samples: samplesOf(mixed, ['RUNNABLE']), width: 100 });
    expect(print(cut)).toEqual(['busy RUNNABLE=99 WAITING=1']);
  });

  it('keeps the root of a profile without samples', () => {
    const empty = callTree('a 0\n  b 0');
    const { tree: cut } = cutForScreen(empty, { samples: samplesOf(empty, []), width: 100 });
    expect(cut.name).toHaveLength(1);
  });

  it('keeps at most the maximum, preferring frames near the root among equally wide ones', () => {
    const builder = new CallTreeBuilder();
    for (const stack of ['left', 'right']) {
      builder.open(stack);
      for (let depth = 1; depth < 10_000; depth++) builder.open('f');
      builder.count('RUNNABLE', 1);
      for (let depth = 0; depth < 10_000; depth++) builder.close();
    }
    const deep = builder.finish();
    const screen = { samples: samplesOf(deep, STATES), width: 1000 };
    const { tree: cut, isBounded } = cutForScreen(deep, { ...screen, maxFrames: 500 });
    expect(cut.name).toHaveLength(500);
    expect(Math.max(...cut.depth)).toBe(250);
    expect(isBounded).toBe(true);
    expect(cutForScreen(deep, { ...screen, maxFrames: 30_000 }).isBounded).toBe(false);
  });

  it('is bounded only when a frame of a pixel is missing', () => {
    const screen = { samples: samplesOf(tree, ['WALL_TIME']), width: 100 };
    const [exact, less] = [5, 4].map((maxFrames) => cutForScreen(tree, { ...screen, maxFrames }));
    expect(exact).toMatchObject({ isBounded: false, tree: { name: { length: 5 } } });
    expect(less).toMatchObject({ isBounded: true, tree: { name: { length: 4 } } });
    // The focused subtree has the frame that the whole profile lacks.
    expect(cutForScreen(tree, { ...screen, maxFrames: 4, focus: 4 }).isBounded).toBe(false);
  });

  it('keeps counts, parents and order of any tree', () => {
    fc.assert(
      fc.property(anyTree, fc.integer({ min: 1, max: 3000 }), (whole, width) => {
        const { tree: cut, nodes } = cutForScreen(whole, { samples: samplesOf(whole, STATES), width });
        expect([...nodes].map((node) => whole.name[node])).toEqual([...cut.name]);
        expect(cut.total.map((column) => column[0])).toEqual(whole.total.map((column) => column[0]));
        for (let node = 1; node < cut.name.length; node++) {
          const parent = cut.parent[node] ?? 0;
          expect(cut.depth[node]).toBe((cut.depth[parent] ?? 0) + 1);
          expect(parent).toBeLessThan(node);
          expect(cut.end[parent]).toBeGreaterThanOrEqual(cut.end[node] ?? 0);
        }
      }),
    );
  });

  it('keeps every frame of a pixel, and counts the callees that it leaves out', () => {
    fc.assert(
      fc.property(anyTree, fc.integer({ min: 1, max: 300 }), (whole, width) => {
        const samples = samplesOf(whole, STATES);
        const { tree: cut, nodes } = cutForScreen(whole, { samples, width });
        const kept = new Set(nodes);
        const pixel = (samples[0] ?? 0) / width;
        for (let node = 1; node < samples.length; node++) {
          const own = samples[node] ?? 0;
          expect(kept.has(node)).toBe(own > 0 && own >= pixel);
        }
        nodes.forEach((node, index) => {
          const isCallee = (_: number, each: number) => each > 0 && whole.parent[each] === node;
          const left = [...samples].filter((own, each) => isCallee(own, each) && own > 0 && !kept.has(each));
          expect(cut.omitted?.[index]).toBe(left.length);
        });
      }),
    );
  });

  it('omits only frames without samples when the screen is wide enough', () => {
    fc.assert(
      fc.property(anyTree, (whole) => {
        const { tree: cut } = cutForScreen(whole, { samples: samplesOf(whole, STATES), width: 1e9 });
        const sampled = Array.from(whole.name, (_, node) => node).filter(
          (node) => node === 0 || whole.total.some((column) => (column[node] ?? 0) > 0),
        );
        expect([...cut.name]).toEqual(sampled.map((node) => whole.name[node]));
        expect(cut.self.map((column) => [...column])).toEqual(
          whole.self.map((column) => sampled.map((node) => column[node])),
        );
      }),
    );
  });
});

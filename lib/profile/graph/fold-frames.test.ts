import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree } from '../testing/arbitrary-tree';
import { callTree } from '../testing/text';
import { cutForScreen, samplesOf } from '../transform/screen';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import type { DrawnFrame } from './drawn-frame';
import { foldFrames } from './fold-frames';

const samplesIn = (tree: CallTree) => ({
  total: samplesOf(tree, tree.states),
  self: samplesOf(tree, tree.states, 'self'),
});

/** `row x+width name`, in pixels; folds as `name ×frames`. */
const draw = (tree: CallTree, frames: readonly DrawnFrame[], px: number) =>
  frames.map(({ node, row, x, width, folded }) => {
    const name = tree.names[tree.name[node] ?? 0] || 'all';
    return `${row} ${Math.round(x * px)}+${Math.round(width * px)} ${name}${folded > 0 ? ` ×${folded}` : ''}`;
  });

const tree = callTree(`
  main 0
    parse 40
    blink 0
      eye 1
    hair 1
      tip 0
    render 50
      paint 1
    nail 1
    zero 0
`);
const PX = 94;

describe('foldFrames', () => {
  it('replaces narrow neighbours and everything below them with one fold', () => {
    expect(draw(tree, foldFrames(tree, samplesIn(tree), { focus: 0, px: PX }), PX)).toEqual([
      '0 0+94 all',
      '1 0+94 main',
      '2 0+40 parse',
      '2 40+2 blink ×4',
      '2 42+51 render',
      '3 42+1 paint',
      '2 93+1 nail',
    ]);
  });

  it('fills the width with the focused frame', () => {
    expect(draw(tree, foldFrames(tree, samplesIn(tree), { focus: 3, px: PX }), PX)).toEqual([
      '0 0+94 blink',
      '1 0+94 eye',
    ]);
  });

  it('folds all but the widest frames when there are too many', () => {
    const frames = foldFrames(tree, samplesIn(tree), { focus: 0, px: 1e6, maxFrames: 6 });
    expect(draw(tree, frames, PX)).toEqual([
      '0 0+94 all',
      '1 0+94 main',
      '2 0+42 parse ×5',
      '2 42+51 render',
      '3 42+1 paint',
      '2 93+1 nail',
    ]);
  });

  it('counts frames that a cut left out', () => {
    const many = callTree(
      `root 10\n  wide 60\n${Array.from({ length: 30 }, (_, i) => `  f${i} 1`).join('\n')}`,
    );
    const { tree: cut, nodes } = cutForScreen(many, { samples: samplesOf(many, many.states), width: 40 });
    expect(cut.name).toHaveLength(3);
    const sizes = Uint32Array.from(nodes, (node) => (many.end[node] ?? 0) - node);
    expect(draw(cut, foldFrames(cut, samplesIn(cut), { focus: 0, px: 100, sizes }), 100)).toEqual([
      '0 0+100 all',
      '1 0+100 root',
      '2 0+60 wide',
      '2 60+30 root ×30',
    ]);
  });

  it('preserves samples and accounts for every frame that has any', () => {
    fc.assert(
      fc.property(
        arbitraryTree,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 3, max: 30 }),
        (any, px, maxFrames) => {
          const samples = samplesIn(any);
          const frames = foldFrames(any, samples, { focus: 0, px, maxFrames });
          expect(frames.length).toBeLessThanOrEqual(maxFrames);
          const half = (samples.total[0] ?? 0) / px / 2;
          frames.forEach(({ node, samples: total, folded, x, width }, i) => {
            if (folded > 0) return;
            const below = frames.filter(({ parent }) => parent === i);
            const drawn = below.reduce((sum, frame) => sum + frame.samples, 0);
            const runs = below.length + 1;
            const missing = total - (samples.self[node] ?? 0) - drawn;
            expect(missing).toBeGreaterThanOrEqual(0);
            expect(missing).toBeLessThanOrEqual(runs * half);
            expect(total).toBe(samples.total[node]);
            for (const frame of below) {
              expect(frame.x).toBeGreaterThanOrEqual(x);
              expect(frame.x + frame.width).toBeLessThanOrEqual(x + width + 1e-9);
            }
          });
          const counted = foldFrames(any, samples, { focus: 0, px: Infinity, maxFrames });
          const sampled = Array.from(samples.total).filter((total) => total > 0).length;
          const all = counted.reduce((sum, { folded }) => sum + Math.max(1, folded), 0);
          expect(all).toBeGreaterThanOrEqual(sampled);
          expect(all).toBeLessThanOrEqual(Math.max(1, any.name.length));
        },
      ),
    );
  });

  it('draws a stack 10,000 frames deep and a million sibling frames', () => {
    const deep = new CallTreeBuilder();
    for (let depth = 0; depth < 10_000; depth++) deep.open('f');
    deep.count('WALL_TIME', 1);
    const stack = deep.finish();
    const frames = foldFrames(stack, samplesIn(stack), { focus: 0, px: 1600 });
    expect(frames.length).toBeLessThanOrEqual(800);
    expect(frames.length).toBeGreaterThanOrEqual(0.97 * 800);
    expect(frames.at(-1)?.folded).toBe(10_002 - frames.length);
    const flat = new CallTreeBuilder();
    const name = flat.nameIndex('f');
    for (let i = 0; i < 1_000_000; i++) {
      flat.openByIndex(name);
      flat.count('WALL_TIME', 1);
      flat.close();
    }
    const row = flat.finish();
    expect(draw(row, foldFrames(row, samplesIn(row), { focus: 0, px: 1600 }), 1600)).toEqual([
      '0 0+1600 all',
      '1 0+1600 f ×1000000',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree } from '../testing/arbitrary-tree';
import { callTree } from '../testing/text';
import { cutForScreen, samplesOf } from '../transform/screen';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { type DrawnFrame, functionCount } from './drawn-frame';
import { foldFrames } from './fold-frames';

const samplesIn = (tree: CallTree) => ({
  total: samplesOf(tree, tree.states),
  self: samplesOf(tree, tree.states, 'self'),
});

/** `row x+width name`, in pixels; blocks as `block ×functions`. */
const draw = (tree: CallTree, frames: readonly DrawnFrame[], px: number) =>
  frames.map(({ node, row, x, width, block }) => {
    const name = block ? `block ×${functionCount(block)}` : tree.names[tree.name[node] ?? 0] || 'all';
    return `${row} ${Math.round(x * px)}+${Math.round(width * px)} ${name}`;
  });

const tree = callTree(`
  main 0
    parse 80
    blink 0
      eye 1
    hair 1
      tip 0
    render 100
      paint 2
    nail 1
    zero 0
`);
/** Two samples are a pixel. */
const PX = 92.5;

describe('foldFrames', () => {
  it('replaces narrow neighbours and everything below them with one block', () => {
    expect(draw(tree, foldFrames(tree, samplesIn(tree), { focus: 0, px: PX }), PX)).toEqual([
      '0 0+93 all',
      '1 0+93 main',
      '2 0+40 parse',
      '2 40+1 block ×2',
      '2 41+51 render',
      '3 41+1 paint',
      '2 92+1 nail',
    ]);
  });

  it('fills the width with the focused frame', () => {
    expect(draw(tree, foldFrames(tree, samplesIn(tree), { focus: 3, px: PX }), PX)).toEqual([
      '0 0+93 blink',
      '1 0+93 eye',
    ]);
  });

  it('makes blocks of wider frames on request', () => {
    const frames = foldFrames(tree, samplesIn(tree), { focus: 0, px: PX, minPx: 45 });
    expect(draw(tree, frames, PX)).toEqual([
      '0 0+93 all',
      '1 0+93 main',
      '2 0+41 block ×3',
      '2 41+51 render',
      '3 41+1 paint',
      '2 92+1 nail',
    ]);
  });

  it('counts functions that a cut left out', () => {
    const many = callTree(
      `root 10\n  wide 60\n${Array.from({ length: 30 }, (_, i) => `  f${i} 1`).join('\n')}`,
    );
    const { tree: cut } = cutForScreen(many, { samples: samplesOf(many, many.states), width: 40 });
    expect(cut.name).toHaveLength(3);
    expect(draw(cut, foldFrames(cut, samplesIn(cut), { focus: 0, px: 100 }), 100)).toEqual([
      '0 0+100 all',
      '1 0+100 root',
      '2 0+60 wide',
      '2 60+30 block ×30',
    ]);
  });

  it('reports an unknown number of functions where the tree lacks it', () => {
    const { omitted: _, ...cut } = cutForScreen(tree, {
      samples: samplesOf(tree, tree.states),
      width: 10,
    }).tree;
    const frames = foldFrames(cut, samplesIn(cut), { focus: 0, px: PX });
    expect(draw(cut, frames, PX).at(-1)).toBe('2 91+2 block ×undefined');
  });

  it('draws every frame of a pixel, preserves samples and accounts for every function below a drawn frame', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.integer({ min: 1, max: 300 }), (any, px) => {
        const samples = samplesIn(any);
        const { tree: cut } = cutForScreen(any, { samples: samples.total, width: px * 1.5 });
        const own = samplesIn(cut);
        const frames = foldFrames(cut, own, { focus: 0, px });
        const pixel = (samples.total[0] ?? 0) / px;
        const wide = [...samples.total].filter((total, node) => node > 0 && total > 0 && total >= pixel);
        const boxes = frames.filter((each) => !each.block && each.parent >= 0);
        expect(boxes.filter((each) => each.samples >= pixel)).toHaveLength(wide.length);
        frames.forEach(({ node, samples: total, block, x, width }, i) => {
          if (block || total < pixel) return;
          const below = frames.filter(({ parent }) => parent === i);
          const drawn = below.reduce((sum, frame) => sum + frame.samples, 0);
          const missing = total - (own.self[node] ?? 0) - drawn;
          expect(missing).toBeGreaterThanOrEqual(0);
          expect(missing).toBeLessThanOrEqual(((below.length + 1) * pixel) / 2);
          for (const frame of below) {
            expect(frame.x).toBeGreaterThanOrEqual(x);
            expect(frame.x + frame.width).toBeLessThanOrEqual(x + width + 1e-9);
          }
        });
      }),
    );
  });

  it('counts each callee with samples once, in a frame or in a block', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.integer({ min: 1, max: 300 }), (any, minPx) => {
        const samples = samplesIn(any);
        // So wide that no block is left out.
        const px = 1e15;
        const wide = minPx * 1e13;
        const frames = foldFrames(any, samples, { focus: 0, px, minPx: wide });
        // Rounded as the code does, so that a frame of just this width counts as wide in both.
        const minSamples = ((samples.total[0] ?? 0) / px) * wide;
        frames.forEach(({ node, block, samples: total }, i) => {
          if (block || total < minSamples) return;
          const callees = [...samples.total].filter(
            (own, each) => each > 0 && any.parent[each] === node && own > 0,
          );
          const below = frames.filter(({ parent }) => parent === i);
          const counted = below.reduce(
            (sum, each) => sum + (each.block ? (functionCount(each.block) ?? NaN) : 1),
            0,
          );
          expect(counted).toBe(callees.length);
        });
      }),
    );
  });

  it('draws a stack 10,000 frames deep and a million sibling frames', () => {
    const deep = new CallTreeBuilder();
    for (let depth = 0; depth < 10_000; depth++) deep.open('f');
    deep.count('WALL_TIME', 1);
    const stack = deep.finish();
    expect(foldFrames(stack, samplesIn(stack), { focus: 0, px: 1600 })).toHaveLength(10_001);
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
      '1 0+1600 block ×1000000',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUnzipped } from '../../codec/decode';
import { encodeJson } from '../../codec/encode';
import { chain } from '../../export/writers/stacks-for-test';
import { arbitraryTree, contents } from '../../testing/arbitrary-tree';
import { callTree, print } from '../../testing/text';
import { mergeTrees } from '../../transform/merge';
import { UNLIMITED } from '../../tree/decode-limits';
import { roundSamples } from './round-samples';
import { limitFrames, type SplitLimits, splitPosts } from './split-posts';

const LARGE: SplitLimits = { bytes: 1e9, frames: 1e9, characters: 1e9, values: 1e9 };

describe('splitPosts', () => {
  const tree = callTree(`
    main 1
      parse 30
        read 3
      render 10
        paint 60
  `);

  it('returns one post when it suffices', () => {
    expect([...splitPosts(tree, LARGE)]).toEqual([tree]);
  });

  it('splits by the limits, and each post has the ancestors of its frames', () => {
    const parts = [...splitPosts(tree, { ...LARGE, frames: 3 })].map(print);
    expect(parts).toEqual([
      ['main 1', '  parse 30', '    read 3'],
      ['main 0', '  render 10', '    paint 60'],
    ]);
  });

  it('preserves the merged tree, and a reader with the same limits accepts each post', () => {
    const bounds = fc.record({
      frames: fc.integer({ min: 6, max: 20 }),
      bytes: fc.integer({ min: 10_000, max: 12_000 }),
      characters: fc.integer({ min: 100, max: 300 }),
      values: fc.integer({ min: 340, max: 500 }),
    });
    fc.assert(
      fc.property(arbitraryTree, bounds, (any, limits) => {
        const fitting = limitFrames(any, limits, 1000);
        const parts = [...splitPosts(fitting, limits)];
        for (const part of parts) {
          const json = encodeJson({ tree: part, start: 1, end: 2, sampleWeights: { RUNNABLE: 1 } });
          expect(json.length).toBeLessThanOrEqual(limits.bytes);
          decodeUnzipped(json, { ...UNLIMITED, ...limits });
        }
        expect(contents(mergeTrees(parts))).toEqual(contents(mergeTrees([fitting])));
      }),
    );
  });

  it('keeps the widest frames of a large tree and loses no samples', () => {
    expect(print(limitFrames(tree, LARGE, 3))).toEqual(['main 34', '  render 10', '    paint 60']);
    expect(print(limitFrames(tree, LARGE, 4))).toEqual([
      'main 1',
      '  parse 33',
      '  render 10',
      '    paint 60',
    ]);
  });

  it('omits a frame whose path alone is too large', () => {
    const tall = chain(['a', 'b', 'x'.repeat(20_000), 'c']);
    expect(print(limitFrames(tall, { ...LARGE, bytes: 20_000 }, 100))).toEqual(['a 0', '  b RUNNABLE=3']);
  });
});

it('rounds samples to integers and preserves their sum', () => {
  const tree = callTree(`
    a 1
      b 2
    c 3
  `);
  const halves = tree.self.map((column) => Float64Array.from(column, (samples) => samples / 2));
  const rounded = roundSamples({ ...tree, self: halves });
  expect(rounded.self.every((column) => column.every(Number.isInteger))).toBe(true);
  expect(rounded.total[0]?.[0]).toBe(3);
});

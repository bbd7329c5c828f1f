import { describe, expect, it } from 'vitest';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { callTree } from '@/lib/profile/testing/text';
import { cutForScreen, samplesOf } from '@/lib/profile/transform/screen';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { blockContent } from './block-functions';

const tree = callTree(`
  main 0
    wide 960
    small 9
    tiny 1
    other 16
    least 14
`);
const MAIN = 1;
const samplesIn = (of: CallTree) => ({
  total: samplesOf(of, of.states),
  self: samplesOf(of, of.states, 'self'),
});

/** What the server sends for a width in pixels. */
const sent = (width: number, focus = 0) =>
  cutForScreen(tree, { samples: samplesOf(tree, tree.states), width, focus }).tree;

/** The only block of a graph 20 pixels wide, in which a pixel is 50 samples. */
function listed(of: CallTree) {
  const block = foldFrames(of, samplesIn(of), { focus: 0, px: 20 }).find((frame) => frame.block);
  if (!block?.block) throw new Error('No block');
  return { block: block.block, samples: block.samples };
}

const lines = ({ functions, rest }: ReturnType<typeof blockContent>) => [
  ...functions.map(({ name, samples }) => `${name} ${samples}`),
  `${rest.count} more ${rest.samples}`,
];

describe('blockContent', () => {
  it('lists the functions by samples', () => {
    expect(lines(blockContent({ tree, around: MAIN }, tree.states, listed(tree)))).toEqual([
      'other 16',
      'least 14',
      'small 9',
      'tiny 1',
      '0 more 0',
    ]);
  });

  it('counts those that are not loaded', () => {
    const coarse = sent(70);
    const finer = { tree: sent(100, MAIN), around: MAIN };
    const block = listed(coarse);
    expect(lines(blockContent({ tree: coarse, around: MAIN }, tree.states, block))).toEqual([
      'other 16',
      '3 more 24',
    ]);
    expect(lines(blockContent({ tree: coarse, around: MAIN }, tree.states, block, finer))).toEqual([
      'other 16',
      'least 14',
      '2 more 10',
    ]);
  });

  it('does not claim a number that is unknown', () => {
    const { omitted: _, ...coarse } = sent(70);
    expect(lines(blockContent({ tree: coarse, around: MAIN }, tree.states, listed(coarse)))).toEqual([
      'other 16',
      'undefined more 24',
    ]);
  });
});

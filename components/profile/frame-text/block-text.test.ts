import { expect, it } from 'vitest';
import { blockTitle } from './block-text';

const block = (nodes: number[], omitted?: number) => ({ nodes, omitted: omitted ?? 0 });

it('calls functions narrow only where all wider ones are drawn', () => {
  expect(blockTitle(block([3]), {})).toBe('1 function, narrower than a pixel');
  expect(blockTitle(block([3, 4], 5), {})).toBe('7 functions, each narrower than a pixel');
  expect(blockTitle(block([3, 4], 5), { isCoarse: true })).toBe('7 functions, not drawn');
});

it('describes what a maximum depth cut', () => {
  const deeper = { nodes: [], omitted: 0, isDeeper: true };
  expect(blockTitle(deeper, { deeper: { maxDepth: 20 } })).toBe('Frames deeper than 20 frames');
});

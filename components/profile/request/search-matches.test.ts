import { expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { textMatches } from './text-matches';

const TEXT = `
  main 0
    order 2
    cart 1
`;

it('returns the same object for the same search in the same tree', () => {
  const tree = callTree(TEXT);
  const matched = textMatches(tree, 'order');
  expect([...(matched ?? [])].filter((match) => match === 1)).toHaveLength(1);
  expect(textMatches(tree, 'order')).toBe(matched);
  expect(textMatches(callTree(TEXT), 'order')).not.toBe(matched);
});

it('matches another search anew, and nothing without one', () => {
  const tree = callTree(TEXT);
  expect(textMatches(tree, 'cart')).not.toEqual(textMatches(tree, 'order'));
  expect(textMatches(tree, '')).toBeUndefined();
});

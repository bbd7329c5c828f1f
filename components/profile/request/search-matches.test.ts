import { expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { searchMatches } from './search-matches';

const TEXT = `
  main 0
    order 2
    cart 1
`;

it('returns the same object for the same search in the same tree', () => {
  const tree = callTree(TEXT);
  const matched = searchMatches(tree, 'order');
  expect([...(matched ?? [])].filter((match) => match === 1)).toHaveLength(1);
  expect(searchMatches(tree, 'order')).toBe(matched);
  expect(searchMatches(callTree(TEXT), 'order')).not.toBe(matched);
});

it('returns other matches for another search, and undefined without one', () => {
  const tree = callTree(TEXT);
  expect(searchMatches(tree, 'cart')).not.toEqual(searchMatches(tree, 'order'));
  expect(searchMatches(tree, '')).toBeUndefined();
});

it('returns what the server found for an expression, also when that arrives later', () => {
  const tree = callTree(TEXT);
  const found = new Uint8Array(tree.name.length);
  expect(searchMatches(tree, '/order/')).toBeUndefined();
  expect(searchMatches(tree, '/order/', found)).toBe(found);
});

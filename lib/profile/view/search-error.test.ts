import { expect, it } from 'vitest';
import { callTree } from '../testing/text';
import { IndexedTree } from './indexed-tree';
import { profileFunctions } from './profile-functions';
import { profileView } from './profile-view';

it('lists no function for an expression that can’t be searched for, with the same reason as the graph', () => {
  const tree = new IndexedTree(callTree('main 1\n  step 2'));
  const wrong = { width: 100, search: '/[/' };
  const listed = profileFunctions(tree, wrong);
  expect(listed.functions).toEqual([]);
  expect(listed.searchError).toContain('can’t be searched for');
  expect(listed.searchError).toBe(profileView(tree, wrong).searchError);
  expect(profileFunctions(tree, { ...wrong, search: '/step/' })).not.toHaveProperty('searchError');
});

import { expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import type { ViewChoice } from '@/lib/profile/view/choice';
import { IndexedTree } from '@/lib/profile/view/indexed-tree';
import { RecentViews } from './recent-views';

const profile = () => new IndexedTree(callTree('main RUNNABLE=1'));
const choice = (focus: string): ViewChoice => ({ width: 1600, focus });

/** Counts how often each view was computed. */
function counting(searchError?: string) {
  const views = new RecentViews();
  let computed = 0;
  const open = (of: IndexedTree, focus: string) => {
    const before = computed;
    views.get(of, choice(focus), () => {
      computed += 1;
      return searchError === undefined ? {} : { searchError };
    });
    return computed > before ? 'computed' : 'known';
  };
  return { open };
}

it('computes a view once, for each profile and choice', () => {
  const { open } = counting();
  const [one, other] = [profile(), profile()];
  expect([open(one, 'a'), open(one, 'a'), open(other, 'a'), open(one, 'b'), open(one, 'a')]).toEqual([
    'computed',
    'known',
    'computed',
    'computed',
    'known',
  ]);
});

it('forgets all but the latest four views of a profile', () => {
  const { open } = counting();
  const one = profile();
  for (const focus of ['a', 'b', 'c', 'd', 'e']) open(one, focus);
  expect(open(one, 'e')).toBe('known');
  expect(open(one, 'a')).toBe('computed');
});

it('computes a view again whose search failed', () => {
  const { open } = counting('The search took too long.');
  const one = profile();
  open(one, 'a');
  expect(open(one, 'a')).toBe('computed');
});

import { describe, expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { Comparison } from '@/lib/profile/view/comparison';
import { changedParts } from './changed-parts';

const states = ['WALL_TIME'];
const baseline = callTree(`
  steady 500
  shrunk 300
  gone 100
  noisy 50
  small 50
`);
const comparison = callTree(`
  steady 500
  shrunk 100
  noisy 55
  small 5
  grown 340
`);

describe('changedParts', () => {
  it.each([null, 'listed'] as const)(
    'names the clear changes of self in both directions, the largest first, when chance is %s',
    (chance) => {
      const compared = new Comparison({ tree: baseline, states }, { tree: comparison, states });
      const view = compared.view({ unit: 'samples', ...(chance && { chance }) }, { width: 1000 }, []);
      const parts = changedParts(view);
      expect(parts.map(({ name }) => name)).toEqual(['grown', 'shrunk', 'gone', 'small']);
    },
  );
});

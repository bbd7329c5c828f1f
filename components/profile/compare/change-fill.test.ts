import { describe, expect, it } from 'vitest';
import { CHANCE_FILL, changeFill } from '@/lib/profile/graph/change-colour';
import { callTree } from '@/lib/profile/testing/text';
import { differenceOf } from '@/lib/profile/transform/difference';
import { pictureFill } from './change-fill';
import { changeLegend } from './change-legend';
import { describeChange } from './change-tooltip';
import type { ComparedPicture } from './use-comparison';

const states = ['WALL_TIME'];
const baseline = callTree(`
  steady 5000
  noisy 10
  doubled 100
`);
const comparison = callTree(`
  steady 5000
  noisy 14
  doubled 200
`);
const tree = differenceOf({ tree: baseline, states }, { tree: comparison, states });
const picture: ComparedPicture = {
  tree,
  states: tree.states,
  samples: { total: new Uint32Array(4), self: new Uint32Array(4) },
  whole: 10_324,
  focus: 0,
  matched: undefined,
  unit: 'samples',
  sides: { baseline: 5110, comparison: 5214 },
};

const nodeOf = (name: string) => tree.name.findIndex((index) => tree.names[index] === name);
const fillOf = (name: string, chance: 'listed' | null = null) => pictureFill(picture, nodeOf(name), chance);

describe('the colour of a change', () => {
  it('is grey where chance alone could have made it, and its own grey explained by the legend', () => {
    expect(fillOf('noisy')).toBe(CHANCE_FILL);
    expect(changeLegend(null)).toContainEqual({ fill: CHANCE_FILL, label: 'may be chance' });
  });

  it('remains where the change is clear or none', () => {
    expect(fillOf('doubled')).toBe(changeFill(3));
    expect(fillOf('steady')).toBe(changeFill(0));
  });

  it('is shown whatever the cause when changes that may be chance are listed', () => {
    expect(fillOf('noisy', 'listed')).toBe(changeFill(2));
    expect(changeLegend('listed').map(({ fill }) => fill)).not.toContain(CHANCE_FILL);
  });

  it('is named as one that may be chance to screen readers and in saved pictures', () => {
    expect(describeChange(picture, nodeOf('noisy'))).toMatch(/, may be chance$/);
    expect(describeChange(picture, nodeOf('doubled'))).not.toMatch(/chance/);
    expect(describeChange(picture, nodeOf('steady'))).not.toMatch(/chance/);
  });
});

import { expect, it } from 'vitest';
import { comparedDeeperText, deeperText } from './deeper-text';

it('names the depth, the share and its base', () => {
  expect(deeperText({ maxDepth: 20, all: 870 }, 1000)).toBe(
    '87.0 % of all samples are deeper than 20 frames',
  );
  expect(deeperText({ maxDepth: 1, all: 5 }, 1000)).toBe('0.50 % of all samples are deeper than 1 frame');
});

it('names both sides of a comparison in its unit', () => {
  const sides = { maxDepth: 20, baseline: 0.25, comparison: 0.5 };
  expect(comparedDeeperText(sides, 'share')).toBe(
    '25.0 % of the baseline and 50.0 % of the comparison are deeper than 20 frames',
  );
  expect(comparedDeeperText({ ...sides, baseline: 1200, comparison: 90 }, 'samples')).toBe(
    '1,200 samples of the baseline and 90 samples of the comparison are deeper than 20 frames',
  );
});

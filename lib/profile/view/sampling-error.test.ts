import { describe, expect, it } from 'vitest';
import { isWithinSamplingError } from './sampling-error';

const wholes = { baseline: 1000, comparison: 4000 };

describe('isWithinSamplingError', () => {
  it.each([
    [100, 128, true],
    [100, 129, true],
    [100, 131, false],
    [0, 4, true],
    [0, 5, false],
    [5, 0, false],
    [7, 7, true],
  ])('from %d to %d samples: %s', (before, after, is) => {
    expect(isWithinSamplingError(before, after, 'samples', wholes)).toBe(is);
    expect(isWithinSamplingError(after, before, 'samples', wholes)).toBe(is);
  });

  it.each([
    // Together a share of 0.1184: √(0.1184 · 0.8816 · (1/1000 + 1/4000)) is 1.14 points.
    [0.1, 0.1225, true],
    [0.1, 0.1235, false],
    [0.5, 0.5, true],
    [0, 0.0039, true],
    [0, 0.0041, false],
    [1, 0.99, false],
  ])('from a share of %d to %d: %s', (before, after, is) => {
    expect(isWithinSamplingError(before, after, 'share', wholes)).toBe(is);
  });

  it.each([
    // 100 of 1,000 samples and none of five: together √(0.0995 · 0.9005 · (1/1000 + 1/5)) is 13.4 points.
    [0.1, 0, true],
    [0.9, 1, true],
    [0.2, 0, true],
    [0.6, 0, false],
    [0.4, 1, false],
  ])('from a share of %d of 1,000 samples to %d of five: %s', (before, after, is) => {
    const small = { baseline: 1000, comparison: 5 };
    expect(isWithinSamplingError(before, after, 'share', small)).toBe(is);
    expect(isWithinSamplingError(after, before, 'share', { baseline: 5, comparison: 1000 })).toBe(is);
  });

  it('has no sampling error when a side has no samples', () => {
    expect(isWithinSamplingError(0, 0.5, 'share', { baseline: 0, comparison: 100 })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { isWithinError } from './sampling-error';

const wholes = { baseline: 1000, comparison: 4000 };

describe('isWithinError', () => {
  it.each([
    [100, 128, true],
    [100, 129, true],
    [100, 131, false],
    [0, 4, true],
    [0, 5, false],
    [5, 0, false],
    [7, 7, true],
  ])('from %d to %d samples: %s', (before, after, is) => {
    expect(isWithinError(before, after, 'samples', wholes)).toBe(is);
    expect(isWithinError(after, before, 'samples', wholes)).toBe(is);
  });

  it.each([
    // √(0.1 · 0.9 / 1000 + 0.1 · 0.9 / 4000) is 1.06 points.
    [0.1, 0.12, true],
    [0.1, 0.123, false],
    [0.5, 0.5, true],
    [0, 0.0009, true],
    [0, 0.0011, false],
    [1, 0.99, false],
  ])('from a share of %d to %d: %s', (before, after, is) => {
    expect(isWithinError(before, after, 'share', wholes)).toBe(is);
  });

  it('knows no error of a side without samples', () => {
    expect(isWithinError(0, 0.5, 'share', { baseline: 0, comparison: 100 })).toBe(false);
  });
});

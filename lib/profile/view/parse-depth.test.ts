import { describe, expect, it } from 'vitest';
import { depthOf } from './parse-depth';

describe('depthOf', () => {
  it('takes 1 to 10,000, and nothing as all', () => {
    expect(['1', ' 50 ', '10,000', '10000', ''].map(depthOf)).toEqual([1, 50, 10_000, 10_000, null]);
  });

  it.each(['0', '10001', '-1', '1.5', '1e3', 'ten', '99999999'])('refuses %s', (text) => {
    expect(depthOf(text)).toBe('malformed');
  });
});

import { describe, expect, it } from 'vitest';
import { parseDepth } from './parse-depth';

describe('parseDepth', () => {
  it('accepts 1 to 10,000, and an empty text as no limit', () => {
    expect(['1', ' 50 ', '10,000', '10000', ''].map(parseDepth)).toEqual([1, 50, 10_000, 10_000, null]);
  });

  it.each(['0', '10001', '-1', '1.5', '1e3', 'ten', '99999999'])('rejects %s', (text) => {
    expect(parseDepth(text)).toBe('malformed');
  });
});

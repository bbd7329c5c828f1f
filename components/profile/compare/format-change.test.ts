import { describe, expect, it } from 'vitest';
import { formatChange, formatRelative } from './format-change';

describe('formatChange', () => {
  it.each([
    [0.123, 'share', '+12.3 pts'],
    [-0.0042, 'share', '−0.42 pts'],
    [0.00001, 'share', 'up less than 0.01 pts'],
    [-0.00001, 'share', 'down less than 0.01 pts'],
    [-0.0001, 'share', '−0.01 pts'],
    [0, 'share', '0 pts'],
    [1234, 'samples', '+1,234'],
    [-2.5, 'samples', '−2.5'],
    [0, 'samples', '0'],
  ] as const)('%d in %s is %s', (change, unit, text) => expect(formatChange(change, unit)).toBe(text));
});

describe('formatRelative', () => {
  it.each([
    [10, 10, 'same'],
    [10, 13.5, '+35 %'],
    [10, 9.5, '−5.0 %'],
    [10, 42, '× 4.2'],
    [0, 1, 'new'],
    [1, 0, 'gone'],
  ])('from %d to %d is %s', (baseline, comparison, text) =>
    expect(formatRelative(baseline, comparison)).toBe(text),
  );
});

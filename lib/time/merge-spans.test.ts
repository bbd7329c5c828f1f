import { expect, test } from 'vitest';
import { mergeSpans } from './merge-spans';

test('joins spans that overlap or touch, whatever their order', () => {
  const spans = [
    { from: 8, to: 9 },
    { from: 3, to: 5 },
    { from: 0, to: 4 },
    { from: 1, to: 2 },
    { from: 5, to: 6 },
  ];
  expect(mergeSpans(spans)).toEqual([
    { from: 0, to: 6 },
    { from: 8, to: 9 },
  ]);
  expect(mergeSpans([])).toEqual([]);
});

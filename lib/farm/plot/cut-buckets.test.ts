import { expect, test } from 'vitest';
import { cutBuckets, cutText } from './cut-buckets';

const buckets = [
  { from: 0, to: 10 },
  { from: 10, to: 20 },
];
const step = { period: 'DAILY', count: 1 } as const;
const textOf = (from: number, to: number, some = buckets) =>
  cutText({ buckets: some, span: { from, to }, step });

test('finds the buckets of which a range has only a part', () => {
  expect(cutBuckets({ buckets, span: { from: 0, to: 20 } })).toEqual([]);
  expect(cutBuckets({ buckets, span: { from: 3, to: 18 } })).toEqual([0, 1]);
  expect(cutBuckets({ buckets: [], span: { from: 0, to: 20 } })).toEqual([]);
});

test('explains the hatching in a sentence', () => {
  expect(textOf(0, 20)).toBeUndefined();
  expect(textOf(3, 20)).toBe('Hatched: the range includes only part of the first day.');
  expect(textOf(0, 18)).toBe('Hatched: the range includes only part of the last day.');
  expect(textOf(3, 18)).toBe('Hatched: the range includes only part of the first and the last day.');
  expect(textOf(3, 8, buckets.slice(0, 1))).toBe('Hatched: the range includes only part of the day.');
  expect(cutText({ buckets, span: { from: 3, to: 20 }, step: { period: 'HOURLY', count: 6 } })).toBe(
    'Hatched: the range includes only part of the first bar.',
  );
});

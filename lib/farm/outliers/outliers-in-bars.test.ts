import { expect, test } from 'vitest';
import type { Outlier } from './outliers';
import { outliersInBars } from './outliers-in-bars';

const outlier = (at: number): Outlier => ({
  ...{ at, bucket: { from: at, to: at + 1 }, costUsd: 9, usualUsd: 1 },
  peers: { kind: 'period', buckets: [] },
});

test('finds the bar of each outlier, of which a bar can have some', () => {
  const bars = [0, 3, 6].map((from) => ({ from, to: from + 3 }));
  const [a, b, c] = [outlier(5), outlier(3), outlier(0)];
  expect([...outliersInBars([a, b, c], bars)]).toEqual([
    [1, [a, b]],
    [0, [c]],
  ]);
  expect(outliersInBars([outlier(9)], bars).size).toBe(0);
});

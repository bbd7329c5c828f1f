import { expect, test } from 'vitest';
import { causesText, factorsText, peersText } from './outlier-text';

const outlier = {
  bucket: { from: 0, to: 1 },
  ...{ at: 0, costUsd: 10, usualUsd: 5, peers: { kind: 'period' as const, buckets: [] } },
};

test.each([
  ['weekday', 'DAILY', 'the median of 5 other days of this weekday'],
  ['hour of the day', 'HOURLY', 'the median of 5 other days at this hour'],
  ['working day', 'DAILY', 'the median of 5 other working days'],
  ['period', 'WEEKLY', 'the median of 5 other weeks'],
] as const)('names the peers: %s', (kind, period, text) => {
  expect(peersText({ kind, buckets: [1, 2, 3, 4, 5] }, period)).toBe(text);
});

test('names the groups that cost more, and whether more was computed', () => {
  const causes = [
    { group: 1, costUsd: 300, usualUsd: 55 },
    { group: 0, costUsd: 20, usualUsd: 0 },
  ];
  expect(causesText(causes, (group) => ['light', 'fx'][group] ?? '')).toBe(
    'fx $300.00, usually $55.00; light $20.00, usually nothing.',
  );
  expect(causesText([], () => '')).toBe('All groups cost somewhat more than usual.');
  expect(factorsText({ ...outlier, hoursFactor: 3.04, rateFactor: 1.05 })).toBe(
    'Compute hours 3.0 times the usual, all cost per compute hour as usual.',
  );
  expect(factorsText(outlier)).toBeUndefined();
});

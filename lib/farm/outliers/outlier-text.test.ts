import { expect, test } from 'vitest';
import {
  causesText,
  factorsText,
  markedText,
  markText,
  noOutliersText,
  outlierRuleText,
  outlierText,
  peersText,
} from './outlier-text';

const outlier = {
  bucket: { from: 0, to: 1 },
  ...{ at: 0, costUsd: 10, usualUsd: 5, peers: { kind: 'period' as const, buckets: [] } },
};

test.each([
  ['weekday', 'DAILY', 'the median of 5 other days of this weekday'],
  ['hour of the day', 'HOURLY', 'the median of 5 other days at this hour'],
  ['working day', 'DAILY', 'the median of 5 other working days'],
  ['weekend', 'DAILY', 'the median of 5 other weekend days'],
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
    'Compute hours 3.0 times the usual, cost of all usage per compute hour as usual.',
  );
  expect(factorsText(outlier)).toBeUndefined();
});

test('names the usual cost and the reason in the text of a mark, and the time for a longer bar', () => {
  const dear = {
    ...outlier,
    peers: { kind: 'weekday' as const, buckets: [1, 2] },
    costUsd: 300,
    usualUsd: 55,
  };
  const context = { period: 'DAILY' as const, segments: [{ from: 0, to: 2, offsetMs: 0 }] };
  const reason = outlierText({ ...dear, hoursFactor: 3, rateFactor: 1 }, [], () => '');
  expect(markText(dear, reason, { ...context, isWholeBar: true })).toBe(
    'Outlier: usually $55.00, the median of 2 other days of this weekday. All groups cost somewhat more than usual. Compute hours 3.0 times the usual, cost of all usage per compute hour as usual.',
  );
  expect(markText(dear, 'Why.', { ...context, isWholeBar: false })).toBe(
    'Outlier 1 Jan 1970: $300.00, usually $55.00, the median of 2 other days of this weekday. Why.',
  );
  expect(markedText(2, 'day')).toBe('Marked: 2 days that cost far more than similar ones.');
});

test('says why there are no outliers', () => {
  const none = { outliers: [], isTooShort: false };
  expect(noOutliersText(none, false, 'DAILY')).toBe('No day cost far more than similar days.');
  expect(noOutliersText({ ...none, isTooShort: true }, false, 'HOURLY')).toBe(
    'Too few whole hours to tell what is usual. Choose a longer range or a shorter period, so that each hour has at least 4 others.',
  );
  expect(noOutliersText({ outliers: [outlier], isTooShort: false }, false, 'DAILY')).toBeUndefined();
});

test('advises no longer range when only a part of the rows was read', () => {
  expect(noOutliersText({ outliers: [], isTooShort: true }, true, 'HOURLY')).toBe(
    'There are too many rows to tell what an hour usually costs. Choose a shorter range, a longer period, or fewer groups.',
  );
  expect(noOutliersText({ outliers: [outlier], isTooShort: false }, true, 'DAILY')).toContain(
    'too many rows',
  );
});

test('says when a bucket is listed', () => {
  expect(outlierRuleText('HOURLY')).toBe(
    'An hour is listed when it cost at least half more than usual, and the difference is more than 3.5 times the usual spread and at least half the mean cost of an hour. Hours that the range includes only in part are left out.',
  );
});

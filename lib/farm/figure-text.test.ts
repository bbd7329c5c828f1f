import { expect, test } from 'vitest';
import { captionText, coarserText, figureText } from './figure-text';

const sum = {
  total: 1204.18,
  measure: 'costUsd',
  statistic: 'SUM',
  step: { period: 'DAILY', count: 1 },
} as const;
const whole = { isCut: false, rowCount: 9 };

test('says that the figure of a chart is of the range, and what a bar is', () => {
  expect(figureText(sum, whole)).toBe('$1,204.18 in the range · one bar per day');
  expect(figureText({ ...sum, step: { period: 'HOURLY', count: 6 } }, whole)).toBe(
    '$1,204.18 in the range · one bar per 6 hours',
  );
  expect(figureText({ ...sum, total: 7200, measure: 'runtimeSeconds', statistic: 'AVG' }, whole)).toBe(
    '2.00 h average of a usage record in the range · one point per day',
  );
  expect(figureText({ ...sum, total: undefined }, { isCut: true, rowCount: 200_000 })).toBe(
    '– in the first 200,000 rows · one bar per day',
  );
});

test('names what a chart shows', () => {
  expect(captionText('Cost', sum, ['QUEUE_ID', 'USAGE_TYPE'])).toBe('Cost, per day by queue and usage type');
  expect(captionText('Runtime', { ...sum, statistic: 'MAX' }, ['USER_ID'])).toBe(
    'Runtime, maximum of a usage record, per day by user',
  );
});

test('explains bars that are longer than the period of the figures', () => {
  expect(coarserText(sum, 'DAILY')).toBeUndefined();
  expect(coarserText({ ...sum, step: { period: 'WEEKLY', count: 1 } }, 'DAILY')).toBe(
    'The figures are daily, but single days don’t fit: each bar is a week.',
  );
  expect(coarserText({ statistic: 'MAX', step: { period: 'HOURLY', count: 3 } }, 'HOURLY')).toBe(
    'The figures are hourly, but single hours don’t fit: each point is 3 hours.',
  );
});

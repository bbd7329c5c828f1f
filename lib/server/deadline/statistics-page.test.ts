import { expect, test } from 'vitest';
import { statisticsPage } from './statistics-page';

const row = {
  queueId: 'queue-1',
  count: 3,
  costInUsd: { sum: 1.5, min: undefined },
  runtimeInSeconds: { sum: 60 },
  aggregationStartTime: new Date('2026-11-24T00:00:00Z'),
  aggregationEndTime: new Date('2026-11-25T00:00:00Z'),
};

test('a row has what was asked for and nothing else; unknown members and usage types pass', () => {
  const { rows } = statisticsPage.parse({
    status: 'COMPLETED',
    statistics: [{ ...row, usageType: 'USAGE_OF_TOMORROW', extra: 1 }],
  });
  expect(rows).toStrictEqual([
    {
      queueId: 'queue-1',
      usageType: 'USAGE_OF_TOMORROW',
      count: 3,
      costUsd: { sum: 1.5 },
      runtimeSeconds: { sum: 60 },
      from: Date.parse('2026-11-24T00:00:00Z'),
      to: Date.parse('2026-11-25T00:00:00Z'),
    },
  ]);
});

test.each([
  ['a cost as text', { costInUsd: { sum: '1.5' } }],
  ['a cost that is no number', { costInUsd: { sum: Number.NaN } }],
  ['an endless runtime', { runtimeInSeconds: { sum: Number.POSITIVE_INFINITY } }],
  ['half a record', { count: 1.5 }],
  ['an invalid date', { aggregationStartTime: new Date(Number.NaN) }],
  ['1970', { aggregationStartTime: new Date(0) }],
  ['no bucket', { aggregationEndTime: undefined }],
])('%s is refused', (_, wrong) => {
  expect(statisticsPage.safeParse({ status: 'COMPLETED', statistics: [{ ...row, ...wrong }] }).success).toBe(
    false,
  );
});

test('while it runs there may be no rows, once it is completed there must be a list', () => {
  expect(statisticsPage.parse({ status: 'IN_PROGRESS' })).toMatchObject({ rows: [] });
  expect(statisticsPage.safeParse({ status: 'COMPLETED' }).success).toBe(false);
  expect(statisticsPage.safeParse({ status: 'PAUSED', statistics: [] }).success).toBe(false);
});

test('the status message names no resource or account', () => {
  const { statusMessage } = statisticsPage.parse({
    status: 'FAILED',
    statistics: [],
    statusMessage: 'Too much for arn:aws:deadline:us-east-1:123456789012:farm/f in 123456789012.',
  });
  expect(statusMessage).toBe('Too much for (a resource) in (an account).');
});

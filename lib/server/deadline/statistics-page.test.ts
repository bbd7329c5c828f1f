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

test('keeps only the requested members of a row, and unknown usage types', () => {
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
  ['an infinite runtime', { runtimeInSeconds: { sum: Number.POSITIVE_INFINITY } }],
  ['half a record', { count: 1.5 }],
  ['an invalid date', { aggregationStartTime: new Date(Number.NaN) }],
  ['1970', { aggregationStartTime: new Date(0) }],
  ['no bucket', { aggregationEndTime: undefined }],
])('refuses %s', (_, wrong) => {
  expect(statisticsPage.safeParse({ status: 'COMPLETED', statistics: [{ ...row, ...wrong }] }).success).toBe(
    false,
  );
});

test('requires rows only once the aggregation has completed', () => {
  expect(statisticsPage.parse({ status: 'IN_PROGRESS' })).toMatchObject({ rows: [] });
  expect(statisticsPage.safeParse({ status: 'COMPLETED' }).success).toBe(false);
  expect(statisticsPage.safeParse({ status: 'PAUSED', statistics: [] }).success).toBe(false);
});

test('removes resources and accounts from the status message', () => {
  const { statusMessage } = statisticsPage.parse({
    status: 'FAILED',
    statistics: [],
    statusMessage: 'Too much for arn:aws:deadline:us-east-1:123456789012:farm/f in 123456789012.',
  });
  expect(statusMessage).toBe('Too much for (a resource) in (an account).');
});

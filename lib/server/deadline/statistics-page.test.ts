import { expect, test } from 'vitest';
import { statisticsPage } from './statistics-page';

const row = {
  queueId: 'queue-1',
  count: 3,
  costInUsd: { sum: 1.5, min: null },
  runtimeInSeconds: { sum: 60 },
  aggregationStartTime: '2026-11-24T00:00:00Z',
  aggregationEndTime: '2026-11-25T00:00:00.000Z',
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
  ['less than no record', { count: -1 }],
  ['no count', { count: null }],
  ['no cost', { costInUsd: undefined }],
  ['a list as cost', { costInUsd: [] }],
  ['a user that is a number', { userId: 7 }],
  ['a day that does not exist', { aggregationStartTime: '2026-02-30T00:00:00Z' }],
  ['a time without a zone', { aggregationStartTime: '2026-11-24T00:00:00' }],
  ['epoch seconds', { aggregationStartTime: 1_795_478_400 }],
  ['1970', { aggregationStartTime: '1970-01-01T00:00:00Z' }],
  ['no bucket', { aggregationEndTime: undefined }],
])('refuses %s', (_, wrong) => {
  const parse = (second: object) =>
    statisticsPage.safeParse({ status: 'COMPLETED', statistics: [row, second] });
  expect(parse(row).success).toBe(true);
  const { error } = parse({ ...row, ...wrong });
  expect(error?.issues).toHaveLength(1);
  expect(error?.issues[0]?.path.slice(0, 3)).toEqual(['statistics', 1, Object.keys(wrong)[0]]);
});

test.each([
  ['null', null],
  ['a text', 'row'],
  ['a list', []],
])('refuses a row that is %s', (_, wrong) => {
  expect(statisticsPage.safeParse({ status: 'COMPLETED', statistics: [wrong] }).success).toBe(false);
});

test('reads a null list of a running aggregation, and no other value than a list', () => {
  expect(statisticsPage.parse({ status: 'IN_PROGRESS', statistics: null })).toMatchObject({ rows: [] });
  expect(statisticsPage.safeParse({ status: 'COMPLETED', statistics: {} }).success).toBe(false);
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

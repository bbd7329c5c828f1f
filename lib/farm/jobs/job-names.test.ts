import { expect, test } from 'vitest';
import { rowForTest } from '../row-for-test';
import { MAX_LOOKED_UP, unnamedJobs } from './job-names';

const unnamed = (jobId: string, queueId?: string, sum = 1) =>
  rowForTest({ jobId, ...(queueId && { queueId }), costUsd: { sum } });

test('requests jobs without a name by queue, each once', () => {
  const rows = [
    unnamed('b', 'q1'),
    unnamed('a', 'q1'),
    unnamed('b', 'q1'),
    unnamed('c', 'q2'),
    rowForTest({ jobId: 'named', jobName: 'sq010', queueId: 'q1' }),
    rowForTest({ queueId: 'q1' }),
    unnamed('of an unknown queue'),
    unnamed('of an unknown queue'),
  ];
  expect(unnamedJobs('farm', rows, undefined)).toEqual({
    requests: [
      { farmId: 'farm', queueId: 'q1', jobIds: ['a', 'b'] },
      { farmId: 'farm', queueId: 'q2', jobIds: ['c'] },
    ],
    moreCount: 0,
    queuelessCount: 1,
  });
});

test('takes the queue of all rows where they are of one alone', () => {
  expect(unnamedJobs('farm', [unnamed('a')], 'q1').requests).toEqual([
    { farmId: 'farm', queueId: 'q1', jobIds: ['a'] },
  ]);
});

test('requests the most expensive jobs, a hundred at a time, and counts the rest', () => {
  const rows = Array.from({ length: MAX_LOOKED_UP + 7 }, (_, n) => unnamed(`j${n}`, 'q', n));
  const { requests, moreCount } = unnamedJobs('farm', rows, undefined);
  expect(requests.map(({ jobIds }) => jobIds.length)).toEqual([100, 100, 100, 100, 100]);
  expect(moreCount).toBe(7);
  const requested = new Set(requests.flatMap(({ jobIds }) => jobIds));
  expect(requested.size).toBe(MAX_LOOKED_UP);
  for (let n = 0; n < 7; n++) expect(requested.has(`j${n}`)).toBe(false);
});

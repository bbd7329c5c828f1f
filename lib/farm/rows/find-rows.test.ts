import { expect, test } from 'vitest';
import { rowForTest } from '../row-for-test';
import { findRows } from './find-rows';
import { rowsForTest } from './rows-for-test';

const rows = rowsForTest(
  ['QUEUE_ID', 'JOB_ID'],
  [
    rowForTest({ queueId: 'queue-a1', jobId: 'job-1', jobName: 'ＳＱ10 lighting' }),
    rowForTest({ queueId: 'queue-a1', jobId: 'job-2', jobName: 'sq20 comp' }),
    rowForTest({ queueId: 'queue-b2', jobId: 'job-3' }),
  ],
);
const names = new Map([['queue-b2', 'Lookdev']]);
const found = (text: string, some = [2, 1, 0]) => [
  ...findRows(Uint32Array.from(some), rows, ['QUEUE_ID', 'JOB_ID'], names, text),
];

test.each([
  ['', [2, 1, 0]],
  [' lookDEV ', [2]],
  ['sq10', [0]],
  ['queue-a', [1, 0]],
  ['job-3', [2]],
  ['sq QUEUE-A', [1, 0]],
  ['lookdev job-3', [2]],
  ['lookdev sq10', []],
  ['nothing', []],
])('finds rows by the names and ids of their keys, in their order: %j', (text, expected) =>
  expect(found(text)).toEqual(expected),
);

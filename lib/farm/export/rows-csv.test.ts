import { expect, test } from 'vitest';
import { LocalBuckets } from '../plan/local-buckets';
import { rowForTest } from '../row-for-test';
import { CostRows } from '../rows/cost-rows';
import type { GroupKey, SessionStatistics } from '../session-statistics';
import { rowsCsv } from './rows-csv';

const at = (text: string) => Date.parse(text);
const CHANGE = at('2026-10-25T01:00:00Z');
const HOURS = 3_600_000;

/** The two hours around the end of summer time in Berlin, of which each offset's aggregation has one. */
const segments = [
  { from: CHANGE - HOURS, to: CHANGE, offsetMs: 2 * HOURS },
  { from: CHANGE, to: CHANGE + HOURS, offsetMs: HOURS },
];

function csv(
  keys: GroupKey[],
  rows: Partial<SessionStatistics>[],
  names = new Map<string, string>(),
  find = '',
): string[] {
  const table = new CostRows(keys, new LocalBuckets(segments, 'HOURLY'));
  for (const [segment, { from }] of segments.entries()) {
    const own = rows
      .map((row) => rowForTest({ from: CHANGE - HOURS, ...row }))
      .filter((row) => row.from === from);
    table.add(own, segment);
  }
  const order = { by: 'costUsd' as const, descending: true };
  const span = { from: CHANGE - HOURS, to: CHANGE + HOURS - 1 };
  return [
    ...rowsCsv({ keys, period: 'HOURLY', span, rows: table }, { order, find, statistic: 'SUM', names }),
  ];
}

test('has a record for each row with every statistic, in the order of the page and at the offset of each hour', () => {
  const sums = (sum: number) => ({ sum, min: 0.5, max: 1, avg: 0.75 });
  expect(
    csv(
      ['QUEUE_ID', 'USAGE_TYPE'],
      [
        {
          queueId: 'queue-a',
          usageType: 'COMPUTE',
          count: 2,
          costUsd: sums(1.5),
          runtimeSeconds: { sum: 5400 },
        },
        { from: CHANGE, queueId: 'queue-b', count: 4, costUsd: { sum: 3 } },
      ],
      new Map([['queue-a', '=lighting, "night"']]),
    ),
  ).toEqual([
    'Start,End,Whole in range,Queue,Queue id,Usage type,"Cost, US $, sum","Cost, US $, minimum","Cost, US $, maximum","Cost, US $, average","Runtime, hours, sum","Runtime, hours, minimum","Runtime, hours, maximum","Runtime, hours, average",Records\r\n',
    '2026-10-25T02:00:00+01:00,2026-10-25T03:00:00+01:00,no,queue-b,queue-b,,3,,,,,,,,4\r\n',
    `2026-10-25T02:00:00+02:00,2026-10-25T02:00:00+01:00,yes,"'=lighting, ""night""",queue-a,Compute,1.5,0.5,1,0.75,1.5,,,,2\r\n`,
  ]);
});

test('says that runtime is of all usage where the rows are not by usage type', () => {
  expect(csv(['JOB_ID'], [])[0]).toContain(',Job,Job id,"Cost, US $, sum"');
  expect(csv(['JOB_ID'], [])[0]).toContain('"Runtime of all usage, hours, sum"');
});

test('has only the rows that are searched for', () => {
  const rows = ['queue-a', 'queue-b'].map((queueId) => ({ queueId }));
  const records = csv(['QUEUE_ID'], rows, new Map([['queue-b', 'Lighting']]), 'light');
  expect(records.slice(1).map((record) => record.split(',')[3])).toEqual(['Lighting']);
});

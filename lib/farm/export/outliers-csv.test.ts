import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { outliersCsv } from './outliers-csv';

test('has a record for each outlier with its reason, and leaves empty what is not known', () => {
  const from = Date.parse('2026-11-24T13:00:00Z');
  const bucket = { from, to: from + HOUR };
  const peers = { kind: 'hour of the day' as const, buckets: [1, 2, 3, 4] };
  const usual = { at: 5, bucket, usualUsd: 2.5, peers };
  const records = outliersCsv(
    [
      { ...usual, costUsd: 10, hoursFactor: 4, rateFactor: 1 },
      { ...usual, costUsd: 6 },
    ],
    {
      period: 'HOURLY',
      segments: [{ from, to: from + 2 * HOUR, offsetMs: HOUR }],
      reasonOf: ({ costUsd }) => (costUsd === 10 ? '=fx $9.00, usually nothing.' : 'light'),
    },
  );
  expect([...records]).toEqual([
    'Start,End,"Cost, US $","Usual cost, US $",The usual cost is,"Compute hours, times the usual","Cost per compute hour, times the usual",Reason\r\n',
    `2026-11-24T14:00:00+01:00,2026-11-24T15:00:00+01:00,10,2.5,the median of 4 other days at this hour,4,1,"'=fx $9.00, usually nothing."\r\n`,
    '2026-11-24T14:00:00+01:00,2026-11-24T15:00:00+01:00,6,2.5,the median of 4 other days at this hour,,,light\r\n',
  ]);
});

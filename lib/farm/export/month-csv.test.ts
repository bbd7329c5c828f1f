import { expect, test } from 'vitest';
import { monthCsv } from './month-csv';

test('has a record for each day, at the offsets of the zone, and leaves empty what is not known', () => {
  const [from, to, end] = ['2026-10-24T22:00Z', '2026-10-25T23:00Z', '2026-10-26T23:00Z'].map(Date.parse);
  const expected = { costUsd: 4, interval: { from: 3, to: 5.5 } };
  const days = [
    { from: from ?? 0, to: to ?? 0, knownUsd: 1.5 },
    { from: to ?? 0, to: end ?? 0, expected },
  ];
  expect([...monthCsv(days, 'Europe/Berlin')].slice(1)).toEqual([
    '2026-10-25T00:00:00+02:00,2026-10-26T00:00:00+01:00,1.5,,,\r\n',
    '2026-10-26T00:00:00+01:00,2026-10-27T00:00:00+01:00,,4,3,5.5\r\n',
  ]);
});

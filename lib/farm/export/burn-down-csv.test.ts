import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { burnDownCsv } from './burn-down-csv';

test('has what is known and what is expected in columns of their own, at the offsets of the zone', () => {
  const from = Date.parse('2026-10-24T22:00:00Z');
  const curve = {
    span: { from, to: from + 5 * DAY },
    known: [
      { at: from, costUsd: 100 },
      { at: from + DAY, costUsd: 75.5 },
    ],
    expected: [
      { at: from + DAY, costUsd: 75 },
      { at: from + 4 * DAY, costUsd: -25 },
    ],
    levels: [],
    marks: [],
  };
  expect([...burnDownCsv(curve, 'Europe/Berlin')]).toEqual([
    'Until,"Left by the cost of sessions, US $","Left at the pace of AWS’s figure, US $"\r\n',
    '2026-10-25T00:00:00+02:00,100,\r\n',
    '2026-10-25T23:00:00+01:00,75.5,\r\n',
    '2026-10-25T23:00:00+01:00,,75\r\n',
    '2026-10-28T23:00:00+01:00,,-25\r\n',
  ]);
});

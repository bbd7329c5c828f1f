import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { rowsForTest } from '../rows/rows-for-test';
import { type EarlierCosts, earlierText } from './earlier-costs';

const from = Date.parse('2026-11-24T00:00:00Z');
const now = { from, to: from + DAY };
const before = { from: from - DAY, to: from };

function known(span = before, rowCount = 1, keptCount = rowCount): EarlierCosts {
  const row = { queueId: 'q', count: 1, costUsd: { sum: 1 }, runtimeSeconds: {}, from: 0, to: 1 };
  const rows = rowsForTest(['QUEUE_ID'], keptCount > 0 ? [row] : []);
  return {
    state: 'known',
    span,
    query: {
      ...{ ...span, farmId: 'farm', zone: 'UTC', period: 'HOURLY', keys: ['QUEUE_ID'], statistics: ['SUM'] },
      resources: { kind: 'queue', ids: ['q'] },
    },
    costs: { rows, chosen: rows, asOf: from, coverage: span, rowCount, isCut: false, notes: [] },
  };
}

test.each<[string, EarlierCosts, string]>([
  ['a known period', known(), '23 Nov 2026, 00:00 – 24 Nov 2026, 00:00 UTC.'],
  [
    'one without sessions',
    known(before, 0),
    '23 Nov 2026, 00:00 – 24 Nov 2026, 00:00 UTC. No sessions started then.',
  ],
  [
    'one whose sessions the filters leave out',
    known(before, 5, 0),
    '23 Nov 2026, 00:00 – 24 Nov 2026, 00:00 UTC. None of these sessions started then.',
  ],
  [
    'a longer one',
    known({ from: from - DAY - HOUR, to: from }),
    '22 Nov 2026, 23:00 – 24 Nov 2026, 00:00 UTC. It is 1 h longer.',
  ],
  [
    'one rounded to five minutes',
    known({ from: from - DAY, to: from - 2 * MINUTE }),
    '23 Nov 2026, 00:00 – 23:58 UTC.',
  ],
  [
    'one that overlaps',
    known({ from: from - DAY / 2, to: from + DAY / 2 }),
    '23 Nov 2026, 12:00 – 24 Nov 2026, 12:00 UTC. It shares 12 h with the range.',
  ],
  [
    'one that loads',
    { state: 'loading', span: before },
    '23 Nov 2026, 00:00 – 24 Nov 2026, 00:00 UTC: loading.',
  ],
  ['none', { state: 'impossible', why: 'There is none.' }, 'There is none.'],
])('describes %s', (_, earlier, text) => expect(earlierText(earlier, now, 'UTC')).toBe(text));

test('says that the farm was created within the earlier period, or after it', () => {
  const text = (createdAt: number) => earlierText(known(), now, 'UTC', createdAt);
  expect(text(before.from)).toBe('23 Nov 2026, 00:00 – 24 Nov 2026, 00:00 UTC.');
  expect(text(before.from + HOUR)).toContain(
    'The farm was created within it (23 Nov 2026, 01:00 UTC), so a part of it has no costs.',
  );
  expect(text(before.to)).toContain('The farm was created after it (24 Nov 2026, 00:00 UTC).');
});

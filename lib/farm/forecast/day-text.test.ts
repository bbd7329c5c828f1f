import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { dayText } from './day-text';

const from = Date.parse('2026-11-24T00:00:00Z');
const day = { from, to: from + DAY };
const expected = { costUsd: 260, interval: { from: 200, to: 320 } };

test('tells what a day cost, costs so far, or is expected to cost', () => {
  expect(dayText({ ...day, knownUsd: 190.123 }, 'UTC')).toBe('24 Nov 2026: $190.12');
  expect(dayText({ ...day, knownUsd: 120, expected }, 'UTC')).toBe(
    '24 Nov 2026: $120.00 so far, about $260 at its end, in four of five cases $200 – $320',
  );
  expect(dayText({ ...day, expected }, 'Asia/Kathmandu')).toBe(
    '24 Nov 2026: about $260, in four of five cases $200 – $320',
  );
});

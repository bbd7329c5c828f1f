import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { utcPeriods } from './utc-periods';

const AT = Date.parse('2026-11-24T14:32:10Z');

test.each([
  [DAY, 'Europe/Berlin', 'UTC days'],
  [DAY, 'UTC', ''],
  [DAY, 'Europe/London', ''],
  [HOUR, 'Asia/Kathmandu', 'UTC hours'],
  [HOUR, 'Europe/Berlin', ''],
  [5 * MINUTE, 'UTC+05:45', ''],
])('profiles of %i ms in %s are in “%s”', (length, zone, text) => {
  expect(utcPeriods(length, zone, AT)).toBe(text);
});

import { expect, test } from 'vitest';
import { existingProfiles } from '@/lib/profile/range/existing-profiles';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { existingText } from './existing-text';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const range = { from: NOON, to: NOON + 2 * HOUR };
const now = NOON + 3 * HOUR;

/** The text for profiles of five minutes that start so many minutes after noon. */
const textOf = (...minutes: number[]) => {
  const request = { startTime: range.from, endTime: range.to, period: 'PT5M' as const };
  const starts = minutes.map((minute) => NOON + minute * MINUTE);
  return existingText(existingProfiles(range, request, starts, now), range, 'UTC');
};
const every5Minutes = (from: number, to: number) =>
  Array.from({ length: (to - from) / 5 }, (_, i) => from + i * 5);

test.each([
  ['all of it', every5Minutes(0, 120)],
  ['24 Nov 2026, 13:00 – 14:00 UTC, 12 of 24 profiles of 5 minutes', every5Minutes(60, 120)],
  ['24 Nov 2026, 12:00 – 12:05 UTC, 1 of 24 profiles of 5 minutes', [0]],
  ['24 Nov 2026, 12:00 – 14:00 UTC, 23 of 24 profiles of 5 minutes', [0, ...every5Minutes(10, 120)]],
])('says %s', (text, minutes) => expect(textOf(...minutes)).toBe(text));

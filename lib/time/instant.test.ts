import { expect, it } from 'vitest';
import { isCalendarDay, parseInstant } from './instant';

it.each(['2026-02-28', '2024-02-29', '2000-02-29T12:00:00Z', '2026-12-31T23:59+05:30'])(
  'accepts %s as a date',
  (text) => expect(isCalendarDay(text)).toBe(true),
);

it.each([
  '2026-02-29',
  '1900-02-29',
  '2026-04-31T00:00:00Z',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '',
])('rejects %s as a date', (text) => expect(isCalendarDay(text)).toBe(false));

it('parses instants on existing dates', () => {
  expect(parseInstant('2024-02-29T00:00:00Z')).toBe(Date.UTC(2024, 1, 29));
  expect(parseInstant('2026-02-29T00:00:00Z')).toBeUndefined();
  expect(parseInstant('2026-11-12T09:00+05:30')).toBe(Date.UTC(2026, 10, 12, 3, 30));
});

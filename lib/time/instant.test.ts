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

it.each([
  ['Python', '2026-11-28 10:00:00.123456+01:00', '09:00:00.123'],
  ['Python without a fraction', '2026-11-28 10:00:00+01:00', '09:00:00.000'],
  ['Go', '2026-11-28T10:00:00.123456789+01:00', '09:00:00.123'],
  ['Go’s String', '2026-11-28 10:00:00.5 +0100 CET', '09:00:00.500'],
  ['Go’s String in UTC', '2026-11-28 10:00:00 +0000 UTC', '10:00:00.000'],
  ['the AWS CLI', '2026-11-28T10:00:00.123000+01:00', '09:00:00.123'],
  ['date', '2026-11-28T10:00:00+0100', '09:00:00.000'],
  ['PostgreSQL', '2026-11-28 10:00:00+01', '09:00:00.000'],
  ['RFC 3339 in lower case', '2026-11-28t10:00z', '10:00:00.000'],
  ['a person', '2026-11-28 10:00 UTC', '10:00:00.000'],
  ['ISO 8601 with a comma', '2026-11-28T10:00:00,5Z', '10:00:00.500'],
  ['an epoch in seconds', '1795860000', '10:00:00.000'],
  ['an epoch in seconds with a fraction', '1795860000.123999', '10:00:00.123'],
  ['an epoch in milliseconds', '1795860000123', '10:00:00.123'],
])('parses an instant as written by %s', (_, text, time) => {
  expect(new Date(parseInstant(text) ?? 0).toISOString()).toBe(`2026-11-28T${time}Z`);
});

it.each([
  ...['', '2026-11-28', '2026-11-28T10:00', '2026-11-28T10Z', '2026-11-28T10:00.5Z', '2026-11-28T10:60Z'],
  ...[
    '2026-11-28T10:00:00.1234567890Z',
    '2026-11-28T10:00+1:00',
    '2026-11-28  10:00Z',
    '12345678',
    '2026-11-28 10:00 10',
    '1e12',
    '-1795860000',
  ],
])('rejects %j as an instant', (text) => expect(parseInstant(text)).toBeUndefined());

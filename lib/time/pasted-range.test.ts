import { expect, test } from 'vitest';
import { formatSpan } from './format';
import { pastedRange } from './pasted-range';
import { PRESETS } from './presets';
import { resolveRange } from './range';
import { rangeLabel } from './range-label';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const ZONE = 'Europe/Berlin';
const ends = (from: string, to: string) => ({ from: `2026-11-${from}.000Z`, to: `2026-11-${to}.000Z` });

test.each([
  ['Last 6 hours', { from: 'now-6h', to: 'now' }],
  ['last 45 minutes', { from: 'now-45m', to: 'now' }],
  ['Last hour', { from: 'now-1h', to: 'now' }],
  ['Today', { from: 'now/d', to: 'now' }],
  ['yesterday', { from: 'now-1d/d', to: 'now-1d/d' }],
  ['Last month', { from: 'now-1M/M', to: 'now-1M/M' }],
  ['now-6h to now-1h', { from: 'now-6h', to: 'now-1h' }],
  ['12 Nov 09:00 – 13 Nov 15:00', ends('12T08:00:00', '13T14:00:00')],
  ['12 Nov 2026, 09:00 – 15:00 UTC', ends('12T09:00:00', '12T15:00:00')],
  ['2026-11-12 09:00 - 10:30', ends('12T08:00:00', '12T09:30:00')],
  ['2026-11-12 09:00 to now', { from: '2026-11-12T08:00:00.000Z', to: 'now' }],
  ['2026-11-12T09:00Z/2026-11-12T10:00Z', ends('12T09:00:00', '12T10:00:00')],
  ['2026-11-12/2026-11-13', ends('11T23:00:00', '12T23:00:00')],
  ['2026-11-12 09:00 UTC – 2026-11-12 15:00', ends('12T09:00:00', '12T15:00:00')],
  ['2026-11-12 09:00 – 15:00 UTC', ends('12T09:00:00', '12T15:00:00')],
  ['2026-11-12 23:00 – 01:00', ends('12T22:00:00', '13T00:00:00')],
  ['2026-11-12 – 2026-11-12', ends('11T23:00:00', '12T23:00:00')],
  ['http://localhost:3000/farms?from=now-24h', { from: 'now-24h', to: 'now' }],
  ['http://localhost:3000/farms?to=now-1h', { from: 'now-6h', to: 'now-1h' }],
  ['http://localhost:3000/?from=now-24h&asof=2026-11-10T00:00:00Z', ends('09T00:00:00', '10T00:00:00')],
  ['http://localhost:3000/?from=2026-11-12&to=2026-11-13&tz=Asia/Tokyo', ends('11T15:00:00', '12T15:00:00')],
  ['http://localhost:3000/farms?group=user&from=now-1d&to=now#x', { from: 'now-1d', to: 'now' }],
  [
    'https://host/?from=2026-11-12T09:00:00Z&to=2026-11-12T10:00:00%2B00:00&tz=UTC',
    { from: '2026-11-12T09:00:00Z', to: '2026-11-12T10:00:00+00:00' },
  ],
])('reads %j', (text, range) => {
  expect(pastedRange(text, NOW, ZONE)).toEqual(range);
});

test.each([
  ...['', 'now-6h', 'now-1d/d', '2026-11-12', '2026-11-12 09:00', 'x to y', 'last 0 hours'],
  ...['2026-11-13 to 2026-11-12', 'http://localhost/?group=user', 'http://localhost/?from=x&to=now'],
  ...['09:00 – 10:00', 'a – b – c', `http://h/?from=now-1d&to=now&x=${'x'.repeat(5000)}`],
])('reads no range in %j', (text) => {
  expect(pastedRange(text, NOW, ZONE)).toBeUndefined();
});

test('reads the label of each preset, and of an absolute range, back as the range', () => {
  const presets = PRESETS.flatMap(({ ranges }) => ranges);
  const absolute = [
    ends('03T23:00:00', '09T11:30:15'),
    { from: '2025-03-01T09:00:00.000Z', to: '2026-06-01T09:00:00.000Z' },
    { from: '2025-12-31T22:00:00.000Z', to: '2026-01-01T01:00:00.000Z' },
    { from: '2025-03-01T09:00:00.000Z', to: '2025-06-01T09:00:00.000Z' },
  ];
  for (const range of [...presets, ...absolute]) {
    const span = resolveRange(range, NOW, ZONE) ?? { from: 0, to: 0 };
    expect(pastedRange(rangeLabel(range, span, NOW, ZONE), NOW, ZONE)).toEqual(range);
  }
});

test('reads a written span back, also where clocks change within it', () => {
  const span = { from: Date.parse('2026-10-24T22:00:00Z'), to: Date.parse('2026-10-25T23:00:00Z') };
  const range = pastedRange(formatSpan(span, ZONE), NOW, 'Asia/Tokyo');
  expect(range && resolveRange(range, NOW, ZONE)).toEqual(span);
});

import { expect, test } from 'vitest';
import { resolveRange } from './range';
import { rangeLabel } from './range-label';

const NOW = Date.parse('2026-11-24T14:32:10Z');

test.each([
  ['now-6h', 'now', 'Last 6 hours'],
  ['now-1h', 'now', 'Last hour'],
  ['now-15m', 'now', 'Last 15 minutes'],
  ['now/d', 'now', 'Today'],
  ['now/w', 'now/w', 'This week'],
  ['now-1w/w', 'now-1w/w', 'Last week'],
  ['now-1w', 'now', 'Last 1 week'],
  ['now-1w/w', 'now', 'now-1w/w to now'],
  ['now-1d/w', 'now-1d/w', 'now-1d/w to now-1d/w'],
  ['now-2d', 'now-1d', 'now-2d to now-1d'],
  ['2026-11-24T08:00Z', 'now', '24 Nov 09:00 to now'],
  ['2026-11-12T09:00Z', '2026-11-12T15:00Z', '12 Nov 10:00 – 12 Nov 16:00'],
  ['2025-12-31T23:30Z', '2026-01-01T00:00:30Z', '1 Jan 00:30 – 1 Jan 01:00:30'],
  ['2025-12-31T22:30Z', '2026-01-01T00:00Z', '31 Dec 2025 23:30 – 1 Jan 01:00'],
])('labels %s to %s as %s', (from, to, label) => {
  const span = resolveRange({ from, to }, NOW, 'Europe/Berlin');
  expect(span && rangeLabel({ from, to }, span, NOW, 'Europe/Berlin')).toBe(label);
});

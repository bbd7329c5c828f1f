import { expect, test } from 'vitest';
import { PRESETS } from './presets';
import { resolveRange } from './range';
import { rangeLabel } from './range-label';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const ZONE = 'Europe/Berlin';

const shown = PRESETS.flatMap(({ ranges }) =>
  ranges.map((range) => {
    const span = resolveRange(range, NOW, ZONE) ?? { from: Number.NaN, to: Number.NaN };
    const ends = [span.from, span.to].map((end) => new Date(end).toISOString().slice(0, 16));
    return [rangeLabel(range, span, NOW, ZONE), ...ends] as const;
  }),
);

test('names each preset, and resolves it in the zone', () => {
  expect(shown.map(([label]) => label).slice(0, 13)).toEqual([
    ...['Last 15 minutes', 'Last 30 minutes', 'Last hour', 'Last 3 hours', 'Last 6 hours', 'Last 12 hours'],
    ...['Last 24 hours', 'Last 2 days', 'Last 7 days', 'Last 14 days', 'Last 30 days', 'Last 60 days'],
    'Last 90 days',
  ]);
  expect(shown.slice(13)).toEqual([
    ['Today', '2026-11-23T23:00', '2026-11-24T14:32'],
    ['Yesterday', '2026-11-22T23:00', '2026-11-23T23:00'],
    ['This week', '2026-11-22T23:00', '2026-11-24T14:32'],
    ['Last week', '2026-11-15T23:00', '2026-11-22T23:00'],
    ['This month', '2026-10-31T23:00', '2026-11-24T14:32'],
    ['Last month', '2026-09-30T22:00', '2026-10-31T23:00'],
  ]);
});

test('gives no two presets the same name', () => {
  expect(new Set(shown.map(([label]) => label)).size).toBe(shown.length);
});

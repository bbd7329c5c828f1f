import { expect, test } from 'vitest';
import { outlookText } from './outlook-text';

const at = Date.parse('2026-11-20T23:30:00Z');

test('tells the day of the zone', () => {
  expect(outlookText({ kind: 'runs out', at }, 'UTC')).toBe('At this pace it runs out on 20 Nov 2026.');
  expect(outlookText({ kind: 'runs out', at }, 'Europe/Berlin')).toBe(
    'At this pace it runs out on 21 Nov 2026.',
  );
});

test.each([
  [5062.21, '$5,062'],
  [12.344, '$12.34'],
  [0, '$0.00'],
])('rounds an estimate of %d to %s', (usedUsd, text) => {
  expect(outlookText({ kind: 'lasts', usedUsd }, 'UTC')).toBe(
    `At this pace it lasts to the end, with about ${text} used.`,
  );
});

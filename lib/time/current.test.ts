import { expect, test } from 'vitest';
import { clockOfDay, isCurrent } from './current';

const at = (text: string) => Date.parse(text);

test.each([
  ['2026-11-28T14:32Z', '2026-11-28T14:32Z', 'UTC', true],
  ['2026-11-28T14:32Z', '2026-11-28T15:31Z', 'UTC', true],
  ['2026-11-28T14:32Z', '2026-11-28T15:32Z', 'UTC', false],
  ['2026-11-28T23:50Z', '2026-11-29T00:10Z', 'UTC', false],
  ['2026-11-28T23:50Z', '2026-11-29T00:10Z', 'Europe/Berlin', true],
  ['2026-11-28T14:32Z', '2026-11-28T13:00Z', 'UTC', false],
])('knows whether %s is current at %s in %s', (instant, present, zone, expected) => {
  expect(isCurrent(at(instant), at(present), zone)).toBe(expected);
});

test('names the day once it is not today', () => {
  expect(clockOfDay(at('2026-11-28T14:32Z'), at('2026-11-28T22:00Z'), 'UTC')).toBe('14:32');
  expect(clockOfDay(at('2026-11-28T14:32Z'), at('2026-11-29T00:00Z'), 'UTC')).toBe('28 Nov 14:32');
  expect(clockOfDay(at('2025-11-28T14:32Z'), at('2026-11-28T14:32Z'), 'UTC')).toBe('28 Nov 2025 14:32');
});

import { expect, test } from 'vitest';
import { hasClockChange } from './clock-change';
import { DAY, HOUR } from './duration';

const CHANGE = Date.UTC(2026, 9, 25, 1);

test.each([
  ['Europe/Berlin', CHANGE - HOUR, CHANGE + HOUR, true],
  ['Europe/Berlin', CHANGE + HOUR, CHANGE + DAY, false],
  ['Europe/Berlin', CHANGE - DAY, CHANGE + 365 * DAY, true],
  ['Europe/Berlin', CHANGE - 10 * DAY, CHANGE + 200 * DAY, true],
  ['UTC', CHANGE - HOUR, CHANGE + HOUR, false],
  ['Asia/Kolkata', CHANGE - 365 * DAY, CHANGE, false],
])('in %s from %i to %i: %s', (zone, from, to, changes) =>
  expect(hasClockChange({ from, to }, zone)).toBe(changes),
);

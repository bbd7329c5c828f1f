import { expect, test } from 'vitest';
import { isoAt } from './iso-at';

const AT = Date.UTC(2026, 9, 25, 0, 30, 0, 7);

test.each([
  ['UTC', '2026-10-25T00:30:00.007Z'],
  ['Europe/Berlin', '2026-10-25T02:30:00.007+02:00'],
  ['America/St_Johns', '2026-10-24T22:00:00.007-02:30'],
])('writes an instant in %s as %s, which reads back as the same', (zone, text) => {
  expect(isoAt(AT, zone)).toBe(text);
  expect(Date.parse(text)).toBe(AT);
});

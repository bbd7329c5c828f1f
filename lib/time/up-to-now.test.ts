import { expect, it, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from './duration';
import { resolveRange } from './range';
import { lengthUpToNow, wasUpToNow } from './up-to-now';

const of = (to: string, asof: string) => wasUpToNow(new URLSearchParams({ to, asof }));

it('tells a range up to now from one that had ended', () => {
  expect(of('2026-11-24T14:32:10.000Z', '2026-11-24T14:32:10.000Z')).toBe(true);
  expect(of('2026-11-25T00:00:00.000Z', '2026-11-24T14:32:10.000Z')).toBe(true);
  expect(of('2026-11-24T14:32:09.000Z', '2026-11-24T14:32:10.000Z')).toBe(false);
  expect(wasUpToNow(new URLSearchParams('to=now'))).toBe(false);
});

test.each([3 * HOUR, 90 * SECOND, 2 * HOUR + 90 * SECOND, 400 * DAY, 31 * MINUTE])(
  'names a range of %d ms up to now',
  (length) => {
    const now = Date.parse('2026-11-24T14:32:10Z');
    expect(resolveRange(lengthUpToNow({ from: now - length, to: now }), now, 'Europe/Berlin')).toEqual({
      from: now - length,
      to: now,
    });
  },
);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { spanAround } from './span-around';

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);
const span = (from: string, to: string): Span => ({ from: at(from), to: at(to) });

it.each([
  [
    'the profile that a run was in',
    span('09:57:10', '09:57:40'),
    span('10:00', '10:05'),
    span('09:55', '10:00'),
  ],
  [
    'profiles on both sides of a run',
    span('08:22:00', '08:22:20'),
    span('10:00', '10:20'),
    span('08:10', '08:30'),
  ],
  [
    'no part of the compared time',
    span('09:57:10', '09:57:40'),
    span('10:00', '11:00'),
    span('09:00', '10:00'),
  ],
])('chooses %s', (_, run, compared, expected) => expect(spanAround(run, compared)).toEqual(expected));

const FIVE = 5 * MINUTE;

it('has whole profiles, the same length and the middle of the run, and ends before the compared time', () => {
  const inFives = fc.integer({ min: 1_000_000, max: 6_000_000 });
  fc.assert(
    fc.property(
      inFives,
      fc.integer({ min: 1, max: 600 }),
      fc.integer({ min: 0, max: 24 * HOUR }),
      fc.integer({ min: 0, max: HOUR }),
      (start, count, ago, length) => {
        const compared = { from: start * FIVE, to: (start + count) * FIVE };
        const run = { from: compared.from - ago - length, to: compared.from - ago };
        const { from, to } = spanAround(run, compared);
        expect(from % FIVE).toBe(0);
        expect(to - from).toBe(count * FIVE);
        expect(to).toBeLessThanOrEqual(compared.from);
        const middle = (run.from + run.to) / 2;
        expect(from).toBeLessThanOrEqual(middle);
        expect(to).toBeGreaterThanOrEqual(middle);
      },
    ),
  );
});

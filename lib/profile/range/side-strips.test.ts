import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { STRIP_PERIODS } from './profile-periods';
import { sideStrips } from './side-strips';

const NOW = Date.parse('2026-11-24T14:30:00Z');

/** A side whose range has a length and ended some time ago. */
const side = (length: number, ago: number) => {
  const span = { from: NOW - ago - length, to: NOW - ago };
  return { span, at: span.from };
};

it.each([5 * MINUTE, HOUR])('places a range of %d ms at the same place on both sides', (length) => {
  const [baseline, comparison] = [side(length, DAY), side(length, 0)];
  const strips = sideStrips(baseline, comparison, NOW);
  expect(strips.period).toBe('PT5M');
  expect(strips.comparison).toEqual({ from: NOW - 3 * HOUR, to: NOW });
  expect(strips.baseline).toEqual({ from: NOW - DAY - 3 * HOUR, to: NOW - DAY });
});

it('has the range in the middle where both sides have time after it', () => {
  const strips = sideStrips(side(HOUR, 2 * DAY), side(HOUR, DAY), NOW);
  expect(strips.comparison).toEqual({ from: NOW - DAY - 2 * HOUR, to: NOW - DAY + HOUR });
});

it('is as long as the longer range on both sides', () => {
  const strips = sideStrips(side(6 * HOUR, DAY), side(HOUR, 0), NOW);
  expect(strips.baseline).toEqual({ from: NOW - DAY - 6 * HOUR, to: NOW - DAY });
  expect(strips.comparison).toEqual({ from: NOW - HOUR, to: NOW + 5 * HOUR });
});

it('shows profiles of the same length on both sides, the shortest that AWS still has for both', () => {
  const strips = sideStrips(side(HOUR, 20 * DAY), side(HOUR, 0), NOW);
  expect(strips.period).toBe('PT1H');
  expect(strips.comparison.to - strips.comparison.from).toBe(36 * HOUR);
  expect(sideStrips(side(HOUR, 80 * DAY), side(HOUR, 0), NOW).period).toBe('P1D');
});

it('keeps the whole ranges in view, at equal places and scales', () => {
  const anySide = fc
    .record({
      length: fc.integer({ min: 1, max: 35 * DAY }),
      ago: fc.integer({ min: 0, max: 400 * DAY }),
      // A range widened to whole profiles starts before the chosen one.
      widened: fc.integer({ min: 0, max: DAY }),
    })
    .map(({ length, ago, widened }) => {
      const { span, at } = side(length, ago);
      return { span: { from: span.from - widened, to: span.to }, at };
    });
  fc.assert(
    fc.property(anySide, anySide, (baseline, comparison) => {
      const strips = sideStrips(baseline, comparison, NOW);
      expect(comparison.at - strips.comparison.from).toBeCloseTo(baseline.at - strips.baseline.from, 3);
      expect(strips.comparison.to - strips.comparison.from).toBe(strips.baseline.to - strips.baseline.from);
      for (const [{ span }, strip] of [
        [baseline, strips.baseline],
        [comparison, strips.comparison],
      ] as const) {
        expect(strip.from).toBeLessThanOrEqual(span.from);
        expect(strip.to).toBeGreaterThanOrEqual(span.to);
        expect(strip.from).toBeGreaterThanOrEqual(0);
        expect(strip.to - strip.from).toBeGreaterThanOrEqual(STRIP_PERIODS[strips.period]);
      }
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { changeStart, sharesAround, splitStart } from './change-point';
import type { TrendPoint } from './trend';

const START = Date.parse('2026-11-10T00:00:00Z');
const HOURS = 14 * 24;

/** Points of hourly profiles. */
const hourly = (shares: readonly number[], from = START): TrendPoint[] =>
  shares.map((share, i) => ({ from: from + i * HOUR, to: from + (i + 1) * HOUR, share }));

const series = (shareAt: (hour: number) => number, count = HOURS) =>
  hourly(Array.from({ length: count }, (_, hour) => shareAt(hour)));

/** Grown since a week before the end. */
const grown = {
  before: 0.1,
  now: 0.2,
  baseline: { from: START + 7 * DAY - HOUR, to: START + 7 * DAY },
};

/** Noise of 0.6 points on average, 1 at most. */
const noise = fc.noBias(
  fc.array(fc.integer({ min: -100, max: 100 }), { minLength: HOURS, maxLength: HOURS }),
);
const noisy = (values: readonly number[], hour: number) => (values[hour] ?? 0) / 10_000;
const wave = (hour: number) => 0.03 * Math.sin((hour / 24) * 2 * Math.PI);
const atHour = (hour: number) => START + hour * HOUR;

describe('changeStart', () => {
  it('finds the hour of a shift in noise and day and night, also a few hours ago', () => {
    fc.assert(
      fc.property(
        noise,
        fc.integer({ min: 7 * 24, max: HOURS - 3 }),
        fc.boolean(),
        fc.boolean(),
        (values, hour, isUp, hasWave) => {
          const points = series(
            (each) =>
              (each < hour === isUp ? 0.05 : 0.2) +
              noisy(values, each) +
              (hasWave ? wave(each) / 3 + 0.01 : 0),
          );
          expect(changeStart(points, grown)).toMatchObject({
            kind: 'at',
            at: atHour(hour),
            lastBefore: atHour(hour),
          });
        },
      ),
    );
  });

  it('finds the latest shift when every second week has the same level', () => {
    fc.assert(
      fc.property(noise, fc.integer({ min: 3, max: 7 * 24 - 3 }), (values, hours) => {
        const [first, second] = [HOURS - 7 * 24 - hours, HOURS - hours];
        const points = series(
          (hour) => (hour < first || hour >= second ? 0.13 : 0) + Math.abs(noisy(values, hour)),
        );
        expect(changeStart(points, grown)).toMatchObject({ kind: 'at', at: atHour(second) });
      }),
    );
  });

  it('finds nothing in noise and in waves of day and night, wherever the series ends', () => {
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: HOURS }), fc.boolean(), (values, count, hasWave) => {
        const shareAt = (hour: number) => 0.15 + noisy(values, hour) + (hasWave ? wave(hour) : 0);
        expect(changeStart(series(shareAt, count), grown)).toBeUndefined();
      }),
    );
  });

  it('takes an hour at any time, a job of every night or the return from one for no lasting change', () => {
    fc.assert(
      fc.property(
        noise,
        fc.integer({ min: 0, max: HOURS }),
        fc.integer({ min: 30, max: HOURS }),
        (values, spike, count) => {
          const once = (hour: number) => 0.05 + noisy(values, hour) + (hour === spike ? 0.4 : 0);
          expect(changeStart(series(once, count), grown)).toBeUndefined();
          const nightly = (hour: number) => 0.05 + noisy(values, hour) + (hour % 24 < 4 ? 0.2 : 0);
          expect(changeStart(series(nightly, count), grown)).toBeUndefined();
        },
      ),
    );
  });

  it('finds the gap in which a change began', () => {
    const points = series((hour) => (hour < 200 ? 0.1 : 0.2)).filter((_, hour) => hour < 190 || hour >= 210);
    expect(changeStart(points, grown)).toMatchObject({ at: atHour(210), lastBefore: atHour(190) });
  });

  it('finds nothing that began before the baseline', () => {
    const early = series((hour) => (hour < 100 ? 0.1 : 0.2));
    expect(changeStart(early, grown)).toBeUndefined();
    expect(changeStart(early, { ...grown, baseline: { from: START, to: START + DAY } })).toBeDefined();
  });

  it('finds that a change is older than the series', () => {
    const points = series(() => 0.19, 5);
    const baseline = { from: START - 3 * HOUR, to: START - 2 * HOUR };
    expect(changeStart(points, { ...grown, baseline })).toEqual({ kind: 'earlier', start: START });
    expect(changeStart(points, grown)).toBeUndefined();
    expect(changeStart([], { ...grown, baseline })).toBeUndefined();
    expect(
      changeStart(
        series(() => 0.11, 5),
        { ...grown, baseline },
      ),
    ).toBeUndefined();
  });
});

it('means the whole profiles of both levels, without one that a change lies in', () => {
  const points = series((hour) => [0.5, 0.1, 0.2, 0.3, 0.6, 0.8][hour] ?? 0, 6);
  expect(sharesAround(points, atHour(1), atHour(3) + 30 * MINUTE)).toEqual({
    before: expect.closeTo(0.15),
    after: expect.closeTo(0.7),
  });
  expect(sharesAround(points, atHour(1), atHour(6))).toBeUndefined();
});

describe('splitStart', () => {
  it('is the first point of the later level', () => {
    const length = 5 * MINUTE;
    const points = [0, 0.01, 0, 0.12, 0.14, 0.13].map((share, i) => ({
      from: START + i * length,
      to: START + (i + 1) * length,
      share,
    }));
    expect(splitStart(points)).toEqual({ at: START + 3 * length, length, lastBefore: START + 3 * length });
    expect(splitStart(points.slice(0, 1))).toBeUndefined();
  });
});

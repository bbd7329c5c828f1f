import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backTestError } from './back-test';
import { type DayCost, DayModel } from './day-model';
import { forecastMonth } from './forecast';
import { leastSquares } from './least-squares';

const WEEK = [40, 100, 110, 120, 115, 105, 30];

/** Days from a Sunday on that follow a weekly pattern and a trend, with noise of at most `noise` dollars. */
const daysOf = (count: number, { trend = 0, noise = 0 } = {}): DayCost[] =>
  Array.from({ length: count }, (_, day) => ({
    weekday: day % 7,
    costUsd: (WEEK[day % 7] ?? 0) + trend * day + noise * Math.sin(12.9898 * (day + 1) * 78.233),
  }));

/** Normally distributed numbers with a standard deviation of 1, the same in each run. */
function* normals(): Generator<number> {
  let state = 42;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 1) / 2 ** 32;
  };
  for (;;) yield Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

const sum = (days: readonly DayCost[]) => days.reduce((all, { costUsd }) => all + costUsd, 0);

describe('leastSquares', () => {
  it('finds the line that points are on, and the variance around it', () => {
    const rows = [0, 1, 2, 3].map((x) => [1, x]);
    const line = leastSquares(rows, [1, 3, 5, 7]);
    expect(line?.coefficients.map((value) => value.toFixed(9))).toEqual(['1.000000000', '2.000000000']);
    expect(line?.variance).toBeCloseTo(0);
    // y = x with errors of ±1: the textbook residual variance is Σe² / (n − 2).
    expect(leastSquares(rows, [1, 0, 3, 2])?.variance).toBeCloseTo(1.6);
  });

  it('is undefined without enough or with dependent rows', () => {
    expect(leastSquares([], [])).toBeUndefined();
    expect(leastSquares([[1, 2]], [1])).toBeUndefined();
    expect(
      leastSquares(
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        [1, 2, 3],
      ),
    ).toBeUndefined();
  });
});

describe('DayModel', () => {
  it('continues a weekly pattern and a trend', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 21, max: 90 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (count, trend) => {
          const all = daysOf(count + 10, { trend });
          const { costUsd, standardError } = DayModel.of(all.slice(0, count), true)?.sumOfNext(
            all.slice(count).map(({ weekday }) => weekday),
          ) ?? { costUsd: 0, standardError: 1 };
          expect(costUsd).toBeCloseTo(sum(all.slice(count)), 4);
          expect(standardError).toBeLessThan(1e-4);
        },
      ),
    );
  });

  it('continues a level and a trend while there are too few weeks for a pattern', () => {
    const days = Array.from({ length: 10 }, (_, day) => ({ weekday: day % 7, costUsd: 50 + 2 * day }));
    expect(DayModel.of(days, true)?.sumOfNext([3, 4]).costUsd).toBeCloseTo(70 + 72);
    expect(DayModel.of(days.slice(0, 6), true)).toBeUndefined();
  });

  it('is not bent by one extraordinary week', () => {
    const all = daysOf(60).map((day, at) => ({
      ...day,
      costUsd: day.costUsd * (at >= 35 && at < 42 ? 5 : 1),
    }));
    const usual = sum(daysOf(7));
    for (const hasTrend of [false, true]) {
      const next = DayModel.of(all.slice(0, 56), hasTrend)?.sumOfNext([0, 1, 2, 3, 4, 5, 6]);
      expect(Math.abs((next?.costUsd ?? 0) - usual)).toBeLessThan(usual * 0.15);
      // That such a week can come is part of the uncertainty.
      expect(next?.standardError).toBeGreaterThan(usual / 4);
    }
  });

  it('never predicts a day below zero', () => {
    const falling = Array.from({ length: 10 }, (_, day) => ({ weekday: day % 7, costUsd: 90 - 10 * day }));
    expect(DayModel.of(falling, true)?.sumOfNext([3, 4, 5]).costUsd).toBe(0);
  });
});

describe('backTestError', () => {
  it('is nothing for days that follow the model, and grows with noise', () => {
    expect(backTestError(daysOf(60), 7, true)).toBeCloseTo(0);
    const [calm = 0, wild = 0] = [10, 80].map((noise) => backTestError(daysOf(60, { noise }), 7, true));
    expect(calm).toBeGreaterThan(0);
    expect(wild).toBeGreaterThan(calm);
  });

  it('is unknown without days to forecast from, or without cost', () => {
    expect(backTestError(daysOf(9), 7, true)).toBeUndefined();
    expect(
      backTestError(
        daysOf(60).map((day) => ({ ...day, costUsd: 0 })),
        7,
        true,
      ),
    ).toBeUndefined();
  });
});

describe('forecastMonth', () => {
  const weekdays = [0, 1, 2, 3];

  it('adds what the days to come are expected to cost to what was spent', () => {
    const forecast = forecastMonth({ days: daysOf(56), spentUsd: 1000, todayUsd: 10, weekdays });
    if (typeof forecast === 'string') throw new Error(forecast);
    expect(forecast.costUsd).toBeCloseTo(990 + 40 + 100 + 110 + 120, 4);
    expect(forecast.interval.to - forecast.interval.from).toBeLessThan(1e-3);
    expect(forecast.error).toBeCloseTo(0);
  });

  it('forecasts the end of every day, the last as the month', () => {
    const forecast = forecastMonth({
      days: daysOf(56, { noise: 9 }),
      spentUsd: 1000,
      todayUsd: 10,
      weekdays,
    });
    if (typeof forecast === 'string') throw new Error(forecast);
    const { days, costUsd, interval } = forecast;
    expect(days).toHaveLength(weekdays.length);
    expect(days.at(-1)).toEqual({ costUsd, interval });
    for (const [at, day] of days.entries()) {
      expect(day.costUsd).toBeGreaterThanOrEqual(days[at - 1]?.costUsd ?? 1000);
      expect(day.interval.from).toBeLessThan(day.costUsd);
      expect(day.interval.to).toBeGreaterThan(day.costUsd);
    }
  });

  it('expects at least what today has cost', () => {
    const forecast = forecastMonth({ days: daysOf(56), spentUsd: 5000, todayUsd: 4000, weekdays: [0] });
    expect(forecast).toMatchObject({ costUsd: 5000, interval: { from: 5000 } });
  });

  it('adds what today costs above its expectation, and leaves the days to come as they are', () => {
    const usual = { days: daysOf(56), spentUsd: 1000, todayUsd: 10, weekdays };
    const [calm, dear] = [usual, { ...usual, spentUsd: 1500, todayUsd: 510 }].map(forecastMonth);
    if (typeof calm !== 'object' || typeof dear !== 'object') throw new Error('No forecast.');
    expect(dear.costUsd).toBeCloseTo(990 + 510 + 100 + 110 + 120, 4);
    expect(dear.daysAlone.map(({ costUsd }) => costUsd)).toEqual(
      [510, 100, 110, 120].map((costUsd) => expect.closeTo(costUsd, 4)),
    );
    expect(calm.daysAlone[0]?.costUsd).toBeCloseTo(40, 4);
  });

  it('expects single days that add up to the expected month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 900 }), (noise, todayUsd) => {
        const days = daysOf(56, { noise });
        const forecast = forecastMonth({ days, spentUsd: 1000, todayUsd, weekdays });
        if (typeof forecast === 'string') throw new Error(forecast);
        const alone = forecast.daysAlone.reduce((all, { costUsd }) => all + costUsd, 1000 - todayUsd);
        expect(alone).toBeCloseTo(forecast.costUsd, 6);
        for (const { costUsd, interval } of forecast.daysAlone) {
          expect(interval.from).toBeLessThanOrEqual(costUsd);
          expect(interval.to).toBeGreaterThanOrEqual(costUsd);
        }
      }),
    );
  });

  it('has four of five costs in its interval when days vary', () => {
    let inside = 0;
    const trials = 200;
    const noise = normals();
    for (let trial = 0; trial < trials; trial++) {
      const all = daysOf(66).map((day) => ({
        ...day,
        costUsd: day.costUsd + 15 * (noise.next().value ?? 0),
      }));
      const [days, next] = [all.slice(0, 56), all.slice(56)];
      const forecast = forecastMonth({
        days,
        spentUsd: 0,
        todayUsd: 0,
        weekdays: next.map(({ weekday }) => weekday),
      });
      if (typeof forecast === 'string') throw new Error(forecast);
      const actual = sum(next);
      if (actual >= forecast.interval.from && actual <= forecast.interval.to) inside += 1;
    }
    expect(inside / trials).toBeGreaterThan(0.74);
    expect(inside / trials).toBeLessThan(0.86);
  });

  it('has a trend only if that would have been better in the past', () => {
    const hasTrend = (trend: number) => {
      const days = daysOf(56, { trend, noise: 20 });
      const forecast = forecastMonth({ days, spentUsd: 0, todayUsd: 0, weekdays });
      return typeof forecast === 'string' ? forecast : forecast.hasTrend;
    };
    expect([hasTrend(4), hasTrend(0)]).toEqual([true, false]);
  });

  it('is hidden with too few days, and when it was far off in the past', () => {
    expect(forecastMonth({ days: daysOf(5), spentUsd: 0, todayUsd: 0, weekdays })).toBe('too few days');
    const erratic = daysOf(56).map((day, i) => ({ ...day, costUsd: i % 9 === 0 ? 3000 : 5 }));
    expect(forecastMonth({ days: erratic, spentUsd: 0, todayUsd: 0, weekdays })).toBe('too uncertain');
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  budgetBase,
  burnRateText,
  errorBudget,
  leftText,
  objectivePercent,
  parseObjective,
} from './objective';

test('divides failed runs by those that the objective allows', () => {
  expect(errorBudget({ passed: 9_995, finished: 10_000 }, 0.999)).toMatchObject({
    failed: 5,
    allowed: expect.closeTo(10),
    leftShare: expect.closeTo(0.5),
    burnRate: expect.closeTo(0.5),
  });
  expect(errorBudget({ passed: 9_970, finished: 10_000 }, 0.999)?.leftShare).toBeCloseTo(-2);
  expect(errorBudget({ passed: 10, finished: 10 }, 0.999)).toMatchObject({ leftShare: 1, burnRate: 0 });
  expect(errorBudget({ passed: 0, finished: 0 }, 0.999)).toBeUndefined();
});

test('the budget is overdrawn exactly when the objective is missed', () => {
  const counts = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }));
  fc.assert(
    fc.property(counts, fc.integer({ min: 500, max: 999 }), ([failed, passed], perMille) => {
      const finished = failed + passed;
      const budget = errorBudget({ passed, finished }, perMille / 1000);
      const leftover = passed * 1000 - perMille * finished;
      expect(Math.sign(budget?.leftShare ?? Number.NaN)).toBe(Math.sign(leftover));
      expect(Math.sign(1 - (budget?.burnRate ?? Number.NaN))).toBe(Math.sign(leftover));
    }),
  );
});

test.each([
  [0, '100 %'],
  [1, '99 %'],
  [34, '66 %'],
  [99, '1 %'],
  [100, '0 %'],
  [101, undefined],
])('%d failed runs of 100 that may fail leave %s of the budget', (failed, left) => {
  const budget = errorBudget({ passed: 1000 - failed, finished: 1000 }, 0.9);
  expect(budget && leftText(budget)).toBe(left);
});

test('only an untouched budget has 100 % left, and only one used up 0 %', () => {
  const left = (failed: number, finished: number) => {
    const budget = errorBudget({ passed: finished - failed, finished }, 0.5);
    return budget && leftText(budget);
  };
  expect([left(1, 1_000_000), left(499_999, 1_000_000), left(1, 6)]).toEqual(['99.9 %', '0.1 %', '66.7 %']);
});

test('names what a budget is made of', () => {
  const budget = errorBudget({ passed: 540, finished: 576 }, 0.995);
  expect(budget && budgetBase(budget, 0.995)).toBe('36 failed, 2.9 allowed at 99.5 %');
});

test.each([
  [1, 100, 0.99999, '1 failed, 0.001 allowed at 99.999 %', '1,000'],
  [0, 1, 0.99999, '0 failed, 0.00001 allowed at 99.999 %', '0'],
  [1, 96, 0.99, '1 failed, 0.96 allowed at 99 %', '1.04'],
  [1, 100, 0.99, '1 failed, 1 allowed at 99 %', '1'],
  [1, 50_000, 0.99, '1 failed, 500 allowed at 99 %', '0.002'],
  [1001, 100_000, 0.99, '1,001 failed, 1,000 allowed at 99 %', '1.001'],
])(
  '%d failed of %d at %d never read as nothing or as all that is allowed',
  (failed, finished, objective, base, rate) => {
    const budget = errorBudget({ passed: finished - failed, finished }, objective);
    expect(budget && [budgetBase(budget, objective), burnRateText(budget)]).toEqual([base, rate]);
  },
);

test.each([
  [9, 10, 0.9],
  [900, 1000, 0.9],
  [8, 10, 0.8],
  [99_999, 100_000, 0.99999],
])('%d of %d passed runs meet the objective %f exactly', (passed, finished, objective) => {
  expect(errorBudget({ passed, finished }, objective)).toMatchObject({ leftShare: 0, burnRate: 1 });
});

test.each([
  ['99.9', 0.999],
  ['99,9 %', 0.999],
  ['99.95%', 0.9995],
  [' 50 ', 0.5],
  ['99.999', 0.99999],
])('reads the objective %s', (text, share) => {
  expect(parseObjective(text)).toBe(share);
  expect(parseObjective(objectivePercent(share))).toBe(share);
});

test.each(['', '100', '49.9', '0.999', '99.9999', '-99', 'high', '9e1'])('refuses the objective %s', (text) =>
  expect(parseObjective(text)).toBeUndefined(),
);

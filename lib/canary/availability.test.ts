import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { availability, completeFrom, formatAvailability, retentionDays } from './availability';
import { runs } from './runs-text';

const hour = { from: 0, to: 60 * MINUTE };

test('divides scheduled runs that finally passed by those that finished', () => {
  expect(availability(runs('P FP FFF P R'), hour)).toEqual({
    share: 0.75,
    passed: 3,
    finished: 4,
    coverage: hour,
  });
});

test('counts only runs of the span, its end excluded', () => {
  const span = { from: 5 * MINUTE, to: 10 * MINUTE };
  expect(availability(runs('F P F'), span)).toMatchObject({ share: 1, finished: 1 });
});

test('measures nothing before what is known', () => {
  const knownFrom = 5 * MINUTE;
  expect(availability(runs('F P P'), hour, knownFrom)).toEqual({
    share: 1,
    passed: 2,
    finished: 2,
    coverage: { from: knownFrom, to: hour.to },
  });
  expect(availability(runs('F P P'), hour, 2 * hour.to)).toEqual({
    share: undefined,
    passed: 0,
    finished: 0,
    coverage: { from: hour.to, to: hour.to },
  });
});

test('uses the shorter of the two retentions, 31 days by default', () => {
  const now = 100 * DAY;
  expect(completeFrom({ successRetentionDays: 7, failureRetentionDays: 31 }, now)).toBe(93 * DAY);
  expect(completeFrom({ failureRetentionDays: 14 }, now)).toBe(86 * DAY);
  expect(retentionDays({})).toEqual({ passed: 31, failed: 31 });
});

test('gives the same share for any order of runs, between 0 and 1', () => {
  const picture = fc.array(fc.constantFrom('P', 'F', 'FP', 'FFP', 'FFF', 'R', '.'), { minLength: 1 });
  fc.assert(
    fc.property(picture, (words) => {
      const all = runs(words.join(' '));
      const span = { from: 0, to: words.length * 5 * MINUTE };
      const result = availability(all, span);
      expect(availability([...all].reverse(), span)).toEqual(result);
      expect(result.finished).toBe(words.filter((word) => word !== 'R' && word !== '.').length);
      expect(result.passed).toBe(words.filter((word) => word.endsWith('P')).length);
    }),
  );
});

test('formats a share with two decimals, rounded', () => {
  expect([1, 0.99999, 20 / 22, 0.5, 0].map(formatAvailability)).toEqual([
    ...['100 %', '99.99 %', '90.91 %', '50 %', '0 %'],
  ]);
});

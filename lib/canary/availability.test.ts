import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { availability, completeFrom, formatAvailability, retentionDays } from './availability';
import { runs } from './runs-text';

const hour = { from: 0, to: 60 * MINUTE };

test('scheduled runs that finally passed, over those that finished', () => {
  expect(availability(runs('P FP FFF P R'), hour)).toEqual({
    share: 0.75,
    passed: 3,
    finished: 4,
    over: hour,
  });
});

test('only runs of the span count, its end excluded', () => {
  const span = { from: 5 * MINUTE, to: 10 * MINUTE };
  expect(availability(runs('F P F'), span)).toMatchObject({ share: 1, finished: 1 });
});

test('nothing is said before what is known', () => {
  const knownFrom = 5 * MINUTE;
  expect(availability(runs('F P P'), hour, knownFrom)).toEqual({
    share: 1,
    passed: 2,
    finished: 2,
    over: { from: knownFrom, to: hour.to },
  });
  expect(availability(runs('F P P'), hour, 2 * hour.to)).toEqual({
    share: undefined,
    passed: 0,
    finished: 0,
    over: { from: hour.to, to: hour.to },
  });
});

test('the shorter of the two retentions decides; 31 days by default', () => {
  const now = 100 * DAY;
  expect(completeFrom({ successRetentionDays: 7, failureRetentionDays: 31 }, now)).toBe(93 * DAY);
  expect(completeFrom({ failureRetentionDays: 14 }, now)).toBe(86 * DAY);
  expect(retentionDays({})).toEqual({ passed: 31, failed: 31 });
});

test('the share does not depend on the order of runs and lies between 0 and 1', () => {
  const picture = fc.array(fc.constantFrom('P', 'F', 'FP', 'FFP', 'FFF', 'R', '.'), { minLength: 1 });
  fc.assert(
    fc.property(picture, (words) => {
      const all = runs(words.join(' '));
      const span = { from: 0, to: words.length * 5 * MINUTE };
      const told = availability(all, span);
      expect(availability([...all].reverse(), span)).toEqual(told);
      expect(told.finished).toBe(words.filter((word) => word !== 'R' && word !== '.').length);
      expect(told.passed).toBe(words.filter((word) => word.endsWith('P')).length);
    }),
  );
});

test.each([
  [1, '100 %'],
  [0.99999, '99.99 %'],
  [0.9982, '99.82 %'],
  [0.29, '29 %'],
  [0.5, '50 %'],
  [0, '0 %'],
])('%d reads %s', (share, text) => expect(formatAvailability(share)).toBe(text));

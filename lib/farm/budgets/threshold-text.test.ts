import { expect, test } from 'vitest';
import { SCHEDULE } from './budget-for-test';
import { thresholdText } from './threshold-text';

const threshold = { id: 0, percent: 80, amountUsd: 400, isReached: false, effect: 'stops scheduling' };

test.each([
  [{}, '80 % ($400.00): stops scheduling'],
  [{ isReached: true }, '80 % ($400.00, reached): stops scheduling'],
  [{ at: SCHEDULE.from }, '80 % ($400.00, about 1 Nov 2026): stops scheduling'],
  [{ percent: 33.333, description: 'Tell\u202e Ann' }, '33.33 % ($400.00): stops scheduling · Tell Ann'],
])('names a threshold, when it is reached and what happens then: %o', (more, text) => {
  expect(thresholdText({ ...threshold, ...more }, 'UTC')).toBe(text);
});

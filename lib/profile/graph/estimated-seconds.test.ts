import { expect, test } from 'vitest';
import { aboutSeconds } from './estimated-seconds';

const counts = [
  { state: 'RUNNABLE', samples: 20 },
  { state: 'BLOCKED', samples: 5 },
  { state: 'IDLE', samples: 0 },
];

test('seconds are samples by samples per second, state by state', () => {
  expect(aboutSeconds(counts, { RUNNABLE: 2, BLOCKED: 0.5 })).toBe(20);
  expect(aboutSeconds([], {})).toBe(0);
});

test('there are none where a state with samples has no weight', () => {
  expect(aboutSeconds(counts, { RUNNABLE: 2 })).toBeUndefined();
  expect(aboutSeconds(counts, { RUNNABLE: 2, BLOCKED: 0 })).toBeUndefined();
  expect(aboutSeconds([{ state: '__proto__', samples: 1 }], {})).toBeUndefined();
});

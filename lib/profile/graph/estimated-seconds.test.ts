import { expect, test } from 'vitest';
import { estimatedSeconds } from './estimated-seconds';

const counts = [
  { state: 'RUNNABLE', samples: 20 },
  { state: 'BLOCKED', samples: 5 },
  { state: 'IDLE', samples: 0 },
];

test('divides samples by samples per second, state by state', () => {
  expect(estimatedSeconds(counts, { RUNNABLE: 2, BLOCKED: 0.5 })).toBe(20);
  expect(estimatedSeconds([], {})).toBe(0);
});

test('is undefined when a state with samples has no weight', () => {
  expect(estimatedSeconds(counts, { RUNNABLE: 2 })).toBeUndefined();
  expect(estimatedSeconds(counts, { RUNNABLE: 2, BLOCKED: 0 })).toBeUndefined();
  expect(estimatedSeconds([{ state: '__proto__', samples: 1 }], {})).toBeUndefined();
});

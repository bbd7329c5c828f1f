import { expect, test } from 'vitest';
import { beatsOf } from './heartbeat-bins';

test('a part has the worst outcome and the share of its runs that have it', () => {
  const beats = beatsOf(
    {
      from: 0,
      to: 60,
      passed: [9, 3, 0, 0, 2, 0],
      retried: [9, 1, 0, 0, 0, 0],
      failed: [0, 0, 3, 0, 0, 0],
      running: [0, 0, 1, 0, 0, 0],
      missed: [0, 0, 1, 0, 2, 3],
      firstKnown: 1,
    },
    60,
  );
  expect(beats.map(({ state, share }) => `${state} ${share}`)).toEqual([
    'unknown 1',
    'retried 0.25',
    'failed 0.75',
    'none 0',
    'missing 0.5',
    'missing 1',
  ]);
  expect(beats[2]).toEqual({
    from: 20,
    to: 30,
    state: 'failed',
    share: 0.75,
    finished: 3,
    failed: 3,
    missed: 1,
  });
});

test('nothing is due yet in a part that is to come', () => {
  const none = [0, 0, 0, 0];
  const heartbeat = { from: 0, to: 40, passed: [1, 0, 0, 0], retried: none, failed: none, running: none };
  const beats = beatsOf({ ...heartbeat, missed: none, firstKnown: 0 }, 15);
  expect(beats.map(({ state }) => state)).toEqual(['passed', 'none', 'future', 'future']);
});

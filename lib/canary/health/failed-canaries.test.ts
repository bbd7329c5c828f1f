import { expect, it } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import type { Canary } from '../run';
import { runs } from '../runs-text';
import { failedCanaries, failedCanariesText } from './failed-canaries';
import { healthOf } from './health-of';

const CANARY: Canary = { name: 'login', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {} };

const row = (name: string, picture: string, isCovered = true) => ({
  name,
  health: healthOf({ runs: runs(picture), from: -1 }, CANARY, {
    ...{ span: { from: 0, to: 30 * MINUTE }, now: 30 * MINUTE, bins: 1 },
  }),
  isCovered,
});

it('adds up failed runs, with the canary that failed most first', () => {
  const found = failedCanaries([row('b', 'P F P'), row('c', 'P P P'), row('a', 'F F FP'), row('d', 'P F')]);
  expect(found).toEqual({
    ...{ failed: 4, finished: 11, unknown: 0 },
    canaries: [
      { name: 'a', failed: 2 },
      { name: 'b', failed: 1 },
      { name: 'd', failed: 1 },
    ],
  });
  expect(failedCanariesText(found)).toBe('4 of 11 runs failed');
});

it('counts canaries that are not known, or not all of their runs', () => {
  const found = failedCanaries([row('a', 'P', false), { name: 'b', isCovered: false }]);
  expect(found).toEqual({ failed: 0, finished: 1, canaries: [], unknown: 2 });
  expect(failedCanariesText(found)).toBe('none of 1 run failed');
});

it('says when no run finished', () => expect(failedCanariesText(failedCanaries([]))).toBe('no run finished'));

import { expect, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { failedRunsIn } from './failed-runs';
import type { CanaryRun } from './run';
import { runs } from './runs-text';

const SLOT = 5 * MINUTE;

/** The failed runs of some slots, of which earlier runs are over by the first of them unless `before` says otherwise. */
function found(all: readonly CanaryRun[], [first, end]: [number, number], before = first * SLOT, from = 0) {
  const span = { from: first * SLOT, to: end * SLOT };
  const { lastPassed, ...found } = failedRunsIn({ runs: all, from }, undefined, {
    ...{ span, before, now: 100 * SLOT },
  });
  return { ...found, lastPassed: lastPassed?.id, first: found.first?.id };
}

it('counts scheduled runs of the span, and names the first failed one and the last that passed before', () => {
  expect(found(runs('P FP P FFF F P F'), [3, 6])).toEqual({
    ...{ failed: 2, finished: 3, variants: [{}], first: '3-0', lastPassed: '2-0', isKnown: true },
  });
});

it('takes only a passed run that was over by an instant', () => {
  expect(found(runs('P P F', 10), [2, 3], 1 * SLOT + 5 * SECOND).lastPassed).toBe('0-0');
  expect(found(runs('P F', 10), [1, 2], 5 * SECOND).lastPassed).toBeUndefined();
});

it('names no passed run if none failed', () => {
  expect(found(runs('P P P'), [1, 3])).toEqual({
    ...{ failed: 0, finished: 2, variants: [], first: undefined, lastPassed: undefined, isKnown: true },
  });
});

it('takes the passed run of the browser that failed, and names the browser and the reason', () => {
  const [failed, passed, older] = runs('P P F') as [CanaryRun, CanaryRun, CanaryRun];
  const all = [
    { ...failed, browserType: 'FIREFOX', stateReason: 'No answer' },
    { ...passed, browserType: 'CHROME' },
    { ...older, browserType: 'FIREFOX' },
  ];
  expect(found(all, [2, 3])).toMatchObject({
    ...{ reason: 'No answer', variants: [{ browserType: 'FIREFOX' }], lastPassed: '0-0' },
  });
});

it('tells when not all runs are known', () =>
  expect(found(runs('P F F'), [1, 3], SLOT, 2 * SLOT)).toMatchObject({ failed: 1, isKnown: false }));

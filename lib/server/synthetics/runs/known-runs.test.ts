import { expect, it, vi } from 'vitest';
import { RunSet } from '@/lib/canary/run-set';
import { KnownRuns } from './known-runs';
import { minuteRun, minuteRuns } from './reader-for-test';

it('sorts runs once for all who compute from them, again after each change', () => {
  const sort = vi.spyOn(RunSet.prototype, 'newestFirst');
  const known = new KnownRuns();
  known.add(minuteRuns(3), { from: 0, completeFrom: 0, asOf: 0 });
  for (let viewer = 0; viewer < 20; viewer++) expect(known.newestFirst()).toEqual(minuteRuns(3));
  expect(sort).toHaveBeenCalledTimes(1);
  known.add([minuteRun(0)], { from: 0, completeFrom: 0, asOf: 0 });
  expect(known.newestFirst()).toEqual([minuteRun(0), ...minuteRuns(3)]);
  known.forget(minuteRun(2).id);
  expect(known.newestFirst()).toEqual([minuteRun(0), minuteRun(1), minuteRun(3)]);
  expect(sort).toHaveBeenCalledTimes(3);
  sort.mockRestore();
});

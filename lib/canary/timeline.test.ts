import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { scheduledRuns } from './attempts';
import { runs } from './runs-text';
import { binScheduled } from './timeline';

const SLOT = 5 * MINUTE;

const bins = (picture: string, slots: number, count: number) =>
  binScheduled(scheduledRuns(runs(picture)), { from: 0, to: slots * SLOT }, count).map(
    ({ passed, retried, failed, running }) => [passed, retried, failed, running],
  );

test('counts the runs of a bin by outcome', () => {
  expect(bins('P P . FP P R . . P FF P FP', 12, 6)).toEqual([
    [2, 0, 0, 0],
    [0, 1, 0, 0],
    [1, 0, 0, 1],
    [0, 0, 0, 0],
    [1, 0, 1, 0],
    [1, 1, 0, 0],
  ]);
});

test('puts every run of the span in exactly one bin', () => {
  const instants = fc.array(fc.integer({ min: -50, max: 1100 }), { maxLength: 40 });
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 37 }), (starts, count) => {
      const all = starts.map((started, i) => ({ id: `${i}`, name: 'x', state: 'PASSED' as const, started }));
      const binned = binScheduled(scheduledRuns(all), { from: 0, to: 1000 }, count);
      expect(binned).toHaveLength(count);
      expect(binned.reduce((sum, { passed }) => sum + passed, 0)).toBe(
        starts.filter((start) => start >= 0 && start < 1000).length,
      );
      expect([binned[0]?.from, binned.at(-1)?.to]).toEqual([0, 1000]);
    }),
  );
});

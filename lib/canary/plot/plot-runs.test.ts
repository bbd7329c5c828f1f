import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { scheduledRuns } from '../attempts';
import { runs } from '../runs-text';
import { NO_RETRY, outcomeOf, placesIn, plotRuns } from './plot-runs';

const plotted = (picture: string, now = 60 * MINUTE) => plotRuns(scheduledRuns(runs(picture)), now);

test('has one column a scheduled run, oldest first, with its retries', () => {
  const plot = plotted('P FP FFF R');
  expect([...plot.started]).toEqual([0, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE]);
  expect([...plot.outcome].map(outcomeOf)).toEqual(['passed', 'retried', 'failed', 'running']);
  expect(
    plot.retries.map((column) => [...column].map((at) => (at === NO_RETRY ? '-' : outcomeOf(at)))),
  ).toEqual([
    ['-', 'passed', 'failed', '-'],
    ['-', '-', 'failed', '-'],
  ]);
});

test('knows no duration of a run without a known end', () => {
  expect([...plotted('P R', 6 * MINUTE).duration]).toEqual([10_000, MINUTE]);
  expect([...plotted('P R', 600 * MINUTE).duration]).toEqual([10_000, Number.NaN]);
});

test('finds the runs of any span', () => {
  const plot = plotted('P P . P P P');
  const instants = fc.integer({ min: -MINUTE, max: 40 * MINUTE });
  fc.assert(
    fc.property(instants, instants, (from, to) => {
      const { first, end } = placesIn(plot, { from, to: Math.max(from, to) });
      expect([...plot.started.subarray(first, end)]).toEqual(
        [...plot.started].filter((started) => started >= from && started < Math.max(from, to)),
      );
    }),
  );
});

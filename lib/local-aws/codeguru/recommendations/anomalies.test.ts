import { describe, expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { HOUR } from '@/lib/time/duration';
import { frameTotals } from '../store/frame-totals';
import { anomaliesOf } from './anomalies';

/** Steps of an hour; of each, the samples of 100 that `work` has, in a call of its own. */
const steps = (work: number[]) =>
  work.map((samples, i) => {
    const tree = callTree(`main ${100 - samples}\n  handler 0\n    work ${samples}`);
    return { start: i * HOUR, frames: frameTotals(tree) };
  });

const found = (work: number[], states = ['WALL_TIME']) =>
  anomaliesOf(steps(work), HOUR, states).map(
    ({ frameName, median, share, instances }) =>
      `${frameName} ${median} ${share} ${instances.map(({ start, end }) => `${start / HOUR}–${end / HOUR}`)}`,
  );

const usual = [20, 21, 20, 19, 20, 20, 21, 20, 19, 20];

describe('anomalies', () => {
  it('are hours in which a frame leaves what is usual', () => {
    expect(found([...usual, 40, 45, 20, 20, 38])).toEqual(['handler 0.2 0.45 10–12,14–15']);
    expect(found([...usual, 20, 5, 20])).toEqual(['handler 0.2 0.05 11–12']);
  });

  it('are none where it always goes up and down, or by little', () => {
    expect(found([...usual, 24, 20, 20])).toEqual([]);
    expect(found([10, 30, 50, 20, 40, 10, 30, 50, 20, 40, 10, 30, 50])).toEqual([]);
  });

  it('are none with few hours, none at all, or no samples', () => {
    expect(found([...usual, 60])).toEqual([]);
    expect(found([])).toEqual([]);
    expect(found([...usual, 60, 20], ['RUNNABLE'])).toEqual([]);
  });
});

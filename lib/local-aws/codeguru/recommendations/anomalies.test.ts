import { describe, expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { HOUR } from '@/lib/time/duration';
import { frameTotals } from '../store/frame-totals';
import { anomaliesOf } from './anomalies';

/** Steps of an hour with 100 samples, of which `work` has the given number. */
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

const normal = [20, 21, 20, 19, 20, 20, 21, 20, 19, 20];

describe('anomaliesOf', () => {
  it('finds hours in which the share of a frame is unusual', () => {
    expect(found([...normal, 40, 45, 20, 20, 38])).toEqual(['handler 0.2 0.45 10–12,14–15']);
    expect(found([...normal, 20, 5, 20])).toEqual(['handler 0.2 0.05 11–12']);
  });

  it('finds nothing where the share always varies, or varies little', () => {
    expect(found([...normal, 24, 20, 20])).toEqual([]);
    expect(found([10, 30, 50, 20, 40, 10, 30, 50, 20, 40, 10, 30, 50])).toEqual([]);
  });

  it('finds nothing with few hours, no hours, or no samples', () => {
    expect(found([...normal, 60])).toEqual([]);
    expect(found([])).toEqual([]);
    expect(found([...normal, 60, 20], ['RUNNABLE'])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { sampleBars } from './sample-bars';
import type { ProfileSamples } from './samples';

const problem = { code: 'Timeout', message: 'It took too long.', status: 504, retryable: true };
const counts = (all: Record<string, number>) =>
  Object.entries(all).map(([state, samples]) => ({ state, samples }));
const answer = (profiles: Record<number, Record<string, number>>, failed: number[] = []): ProfileSamples => ({
  group: 'shop',
  period: 'PT5M',
  profiles: Object.entries(profiles).map(([start, all]) => ({ start: Number(start), states: counts(all) })),
  failed: failed.map((start) => ({ start, problem })),
});
const none = new Set<number>();
const input = { requested: none, failed: none, complete: none, data: undefined };

describe('sampleBars', () => {
  const answers = [answer({ 1: { RUNNABLE: 5, WAITING: 40, NATIVE: 2 }, 2: { WAITING: 9 } })];

  it('counts the same thread states in every profile: CPU where any of them has any', () => {
    const { bars, states, max, samples } = sampleBars({ ...input, starts: [1, 2], answers });
    expect(states).toEqual(['RUNNABLE', 'NATIVE']);
    expect(bars.map((bar) => bar.samples)).toEqual([7, 0]);
    expect([max, samples]).toEqual([7, 7]);
    expect(bars[0]?.states).toEqual(counts({ RUNNABLE: 5, NATIVE: 2 }));
  });

  it('counts the chosen thread states', () => {
    const chosen = sampleBars({ ...input, starts: [1, 2], answers, data: ['WAITING'] });
    expect(chosen.bars.map((bar) => bar.samples)).toEqual([40, 9]);
    expect(sampleBars({ ...input, starts: [1, 2], answers, data: 'all' }).samples).toBe(56);
  });

  it('distinguishes profiles that are read from those that wait, failed, are gone or left out', () => {
    const { bars, ...counted } = sampleBars({
      starts: [1, 2, 3, 4, 5, 6],
      answers: [answer({ 6: { RUNNABLE: 0 } }, [5])],
      requested: new Set([2, 3, 4, 5, 6]),
      failed: new Set([4]),
      complete: new Set([3]),
      data: 'all',
    });
    expect(bars.map(({ start, status }) => `${start} ${status}`)).toEqual([
      '1 leftOut',
      '2 waiting',
      '4 failed',
      '5 failed',
      '6 read',
    ]);
    expect(counted).toMatchObject({ readCount: 1, failedCount: 2, leftOutCount: 1, max: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { HOUR } from '@/lib/time/duration';
import { frameTotals } from '../store/frame-totals';
import { anomaliesOf } from './anomalies';
import { anomalyReason } from './anomaly-reason';

type Shares = { work: number; json?: number };

/** Steps of an hour with 100 samples, of which `work` and `json` have the given numbers. */
const stepsOf = (shares: Shares[]) =>
  shares.map(({ work, json = 0 }, i) => {
    const tree = callTree(
      `main ${100 - work - json}\n  handler 0\n    work ${work}\n  format 0\n    json ${json}`,
    );
    return { start: i * HOUR, frames: frameTotals(tree) };
  });

const anomalies = (shares: Shares[], states = ['WALL_TIME'], until = shares.length * HOUR) =>
  anomaliesOf(stepsOf(shares), HOUR, states, until);

/** Anomalies as `handler + 10–12, 14–`, in hours. */
const found = (...parameters: Parameters<typeof anomalies>) =>
  anomalies(...parameters).map(({ frameName, isAbove, instances }) => {
    const times = instances.map(({ start, end }) => `${start / HOUR}–${end === undefined ? '' : end / HOUR}`);
    return `${frameName} ${isAbove ? '+' : '−'} ${times.join(', ')}`;
  });

const normal = [20, 21, 20, 19, 20, 20, 21, 20, 19, 20, 20, 21].map((work) => ({ work }));
const hours = (count: number, shares: Shares) => Array.from({ length: count }, () => shares);

describe('anomaliesOf', () => {
  it('finds hours in which the share of a frame is unusual', () => {
    const work = [40, 45, 20, 20, 38, 20].map((work) => ({ work }));
    expect(found([...normal, ...work])).toEqual(['handler + 12–14, 16–17']);
  });

  it('separates times in which a frame rose from those in which it fell', () => {
    const work = [{ work: 5 }, { work: 20 }, { work: 40 }, { work: 20 }];
    expect(found([...normal, ...work])).toEqual(['handler + 14–15', 'handler − 12–13']);
  });

  it('has no end for a time that still lasts at the end of the range, unless profiles end before', () => {
    const shares = [...normal, ...hours(5, { work: 40 })];
    expect(found(shares)).toEqual(['handler + 12–']);
    expect(found(shares, ['WALL_TIME'], 17.9 * HOUR)).toEqual(['handler + 12–']);
    expect(found(shares, ['WALL_TIME'], 18 * HOUR)).toEqual(['handler + 12–17']);
  });

  it('finds an incident in a lasting change and leaves both whole', () => {
    const shares = [
      ...hours(12, { work: 0 }),
      ...hours(3, { work: 13 }),
      { work: 8, json: 40 },
      ...hours(4, { work: 13 }),
    ];
    expect(found(shares)).toEqual(['format + 15–16', 'handler + 12–']);
  });

  it('finds nothing with few hours, no hours, or no samples', () => {
    expect(found([...normal.slice(1), { work: 60 }])).toEqual([]);
    expect(found([])).toEqual([]);
    expect(found([...normal, { work: 60 }, { work: 20 }], ['RUNNABLE'])).toEqual([]);
  });
});

describe('anomalyReason', () => {
  const reason = (shares: Shares[], states = ['WALL_TIME']) =>
    anomalies(shares).map((anomaly) => anomalyReason(anomaly, states));

  it('has direction, what was usual, and the level reached', () => {
    expect(reason([...hours(12, { work: 0 }), { work: 12 }, { work: 13 }, { work: 14 }])).toEqual([
      'The frame’s share rose from 0.0 % to 13.0 % of all samples. Both are medians, of the usual hours before and of the unusual ones.',
    ]);
    expect(reason([...hours(12, { work: 20 }), { work: 5 }], ['RUNNABLE', 'NATIVE'])[0]).toMatch(
      /fell from 20\.0 % to 5\.0 % of CPU samples\./,
    );
  });

  it('is about the most unusual of two times', () => {
    const work = [{ work: 40 }, { work: 20 }, { work: 50 }, { work: 20 }];
    expect(reason([...normal, ...work])[0]).toMatch(
      /rose from 20\.0 % to 50\.0 % of all samples, in the most unusual of 2 times\./,
    );
  });
});

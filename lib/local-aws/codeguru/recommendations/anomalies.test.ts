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

/** Anomalies in whole hours; `running` is the hour after them, which has not ended. */
function anomalies(
  shares: Shares[],
  states = ['WALL_TIME'],
  until = shares.length * HOUR,
  running: Shares[] = [],
) {
  const steps = stepsOf([...shares, ...running]);
  const whole = steps.slice(0, shares.length);
  const last = steps[shares.length];
  return anomaliesOf({ steps: whole, length: HOUR, until, ...(last && { running: last }) }, states);
}

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

  it('has no end for a time that reaches the end of the range, unless profiles end before', () => {
    const shares = [...normal, ...hours(5, { work: 40 })];
    expect(found(shares)).toEqual(['handler + 12–']);
    expect(found(shares, ['WALL_TIME'], 16.5 * HOUR)).toEqual(['handler + 12–']);
    expect(found(shares, ['WALL_TIME'], 17.1 * HOUR)).toEqual(['handler + 12–17']);
    expect(found(shares, ['WALL_TIME'], 18 * HOUR)).toEqual(['handler + 12–17']);
  });

  it('has no end while the running hour continues it', () => {
    const shares = [...normal, ...hours(5, { work: 40 })];
    const withRunning = (work: number) => found(shares, ['WALL_TIME'], 17.3 * HOUR, [{ work }]);
    expect(withRunning(40)).toEqual(['handler + 12–']);
    expect(withRunning(31)).toEqual(['handler + 12–']);
    expect(withRunning(20)).toEqual(['handler + 12–17']);
    expect(withRunning(0)).toEqual(['handler + 12–17']);
  });

  it('takes neither a start nor a level from the running hour', () => {
    expect(found(normal, ['WALL_TIME'], 12.3 * HOUR, [{ work: 60 }])).toEqual([]);
    const ended = [...normal, { work: 40 }, { work: 20 }];
    expect(found(ended, ['WALL_TIME'], 14.3 * HOUR, [{ work: 40 }])).toEqual(['handler + 12–13']);
    const shares = [...normal, { work: 40 }];
    expect(anomalies(shares, ['WALL_TIME'], 13.3 * HOUR, [{ work: 90 }])[0]?.instances).toMatchObject([
      { level: 0.4 },
    ]);
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
      'The frame’s share rose from 0.0 % to 13.0 % of all samples since the hour from 1 Jan 1970 12:00 UTC. Both are medians, of the usual hours before and of the unusual ones.',
    ]);
    expect(reason([...hours(12, { work: 20 }), { work: 5 }], ['RUNNABLE', 'NATIVE'])[0]).toMatch(
      /fell from 20\.0 % to 5\.0 % of CPU samples since/,
    );
  });

  it('is about the most unusual of two times, and names that time', () => {
    const work = [{ work: 40 }, { work: 20 }, { work: 50 }, { work: 20 }];
    expect(reason([...normal, ...work])[0]).toMatch(
      /rose from 20\.0 % to 50\.0 % of all samples in the hour from 1 Jan 1970 14:00 UTC, the most unusual of 2 times\./,
    );
    expect(reason([...normal, ...hours(3, { work: 40 }), { work: 20 }])[0]).toMatch(
      / of all samples in the 3 hours from 1 Jan 1970 12:00 UTC\. Both/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { anomaliesIn, anomaliesSpan, anomalyMarks } from './anomalies';

const NOW = Date.parse('2026-11-24T14:30:00Z');
const anomaly = (name: string, ...instances: { from: number; to?: number }[]) => ({
  name,
  threadStates: ['RUNNABLE'],
  reason: '',
  instances,
});

describe('anomaliesSpan', () => {
  it('is at least a day and at most a week before the end', () => {
    const spanOf = (length: number) => anomaliesSpan({ from: NOW - length, to: NOW });
    expect(spanOf(HOUR)).toEqual({ from: NOW - DAY, to: NOW });
    expect(spanOf(3 * DAY)).toEqual({ from: NOW - 3 * DAY, to: NOW });
    expect(spanOf(30 * DAY)).toEqual({ from: NOW - 7 * DAY, to: NOW });
  });
});

it('finds the anomalies of a part of the analysed time, and only their times in it', () => {
  const inside = { from: NOW - 2 * HOUR, to: NOW - HOUR };
  const outside = { from: NOW - DAY, to: NOW - 6 * HOUR };
  const open = { from: NOW - 3 * HOUR };
  const anomalies = [anomaly('both', inside, outside), anomaly('outside', outside), anomaly('open', open)];
  expect(anomaliesIn(anomalies, { from: NOW - 6 * HOUR, to: NOW }, NOW)).toEqual([
    anomaly('both', inside),
    anomaly('open', open),
  ]);
  expect(anomaliesIn(anomalies, { from: NOW - 5 * HOUR, to: NOW - 3 * HOUR }, NOW)).toEqual([]);
});

describe('anomalyMarks', () => {
  const span = { from: NOW - 6 * HOUR, to: NOW };

  it('has the times that overlap the span, oldest first', () => {
    const anomalies = [
      anomaly('late', { from: NOW - 2 * HOUR, to: NOW - HOUR }),
      anomaly('early', { from: NOW - 7 * HOUR, to: NOW - 5 * HOUR }, { from: NOW - DAY, to: NOW - 6 * HOUR }),
    ];
    expect(anomalyMarks(anomalies, span, NOW)).toEqual([
      { from: NOW - 7 * HOUR, to: NOW - 5 * HOUR, names: ['early'] },
      { from: NOW - 2 * HOUR, to: NOW - HOUR, names: ['late'] },
    ]);
  });

  it('joins functions of the same time, and continues one without an end until now', () => {
    const open = { from: NOW - HOUR };
    expect(anomalyMarks([anomaly('a', open), anomaly('b', open), anomaly('a', open)], span, NOW)).toEqual([
      { from: NOW - HOUR, to: NOW, names: ['a', 'b'] },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, WEEK } from '@/lib/time/duration';
import {
  anomaliesIn,
  anomaliesSpan,
  anomalyMarks,
  countAnomalies,
  knownSpan,
  partlyKnownNotes,
} from './anomalies';

const NOW = Date.parse('2026-11-24T14:30:00Z');
const anomaly = (name: string, ...instances: { from: number; to?: number }[]) => ({
  name,
  threadStates: ['RUNNABLE'],
  reason: '',
  instances,
});

describe('anomaliesSpan', () => {
  it('is the week before now for every range that ends now', () => {
    for (const length of [HOUR, DAY, 3 * DAY, WEEK, 30 * DAY]) {
      const span = { from: NOW - length, to: NOW };
      expect(anomaliesSpan(span, NOW)).toEqual({ from: NOW - WEEK, to: NOW });
    }
  });

  it('reaches a day beyond a past range, but leaves out nothing of one that is shorter than a week', () => {
    const end = (length: number) =>
      anomaliesSpan({ from: NOW - WEEK - length, to: NOW - WEEK }, NOW).to - (NOW - WEEK);
    expect(end(HOUR)).toBe(DAY);
    expect(end(6.5 * DAY)).toBe(DAY / 2);
    expect(end(WEEK)).toBe(0);
    expect(anomaliesSpan({ from: NOW - 3 * HOUR, to: NOW - 2 * HOUR }, NOW).to).toBe(NOW);
  });
});

it('knows anomalies until now, though a request ends at a whole step after it', () => {
  const now = NOW + 7 * MINUTE;
  const requested = anomaliesSpan({ from: now - DAY, to: now }, now);
  expect(requested.to).toBe(NOW + 10 * MINUTE);
  expect(knownSpan(requested, now)).toEqual({ from: requested.from, to: now });
  expect(knownSpan({ from: 1, to: 2 }, now)).toEqual({ from: 1, to: 2 });
});

it('finds the anomalies of a part of the analysed time, and only their times in it', () => {
  const inside = { from: NOW - 2 * HOUR, to: NOW - HOUR };
  const outside = { from: NOW - DAY, to: NOW - 6 * HOUR };
  const open = { from: NOW - 3 * HOUR };
  const anomalies = [anomaly('both', inside, outside), anomaly('outside', outside), anomaly('open', open)];
  expect(anomaliesIn(anomalies, { from: NOW - 6 * HOUR, to: NOW }, NOW)).toEqual([
    { ...anomaly('both', inside), timeCount: 2 },
    { ...anomaly('open', open), timeCount: 1 },
  ]);
  expect(anomaliesIn(anomalies, { from: NOW - 5 * HOUR, to: NOW - 3 * HOUR }, NOW)).toEqual([]);
});

describe('anomalyMarks', () => {
  const span = { from: NOW - 6 * HOUR, to: NOW };
  const marks = (...anomalies: Parameters<typeof anomaly>[]) =>
    anomalyMarks(
      anomalies.map((each) => anomaly(...each)),
      span,
      NOW,
    );

  it('has the times that overlap the span, oldest first', () => {
    const found = marks(
      ['late', { from: NOW - 2 * HOUR, to: NOW - HOUR }],
      ['early', { from: NOW - 7 * HOUR, to: NOW - 5 * HOUR }, { from: NOW - DAY, to: NOW - 6 * HOUR }],
    );
    expect(found).toMatchObject([
      { from: NOW - 7 * HOUR, to: NOW - 5 * HOUR, isLasting: false, anomalies: [{ name: 'early' }] },
      { from: NOW - 2 * HOUR, to: NOW - HOUR, isLasting: false, anomalies: [{ name: 'late' }] },
    ]);
  });

  it('joins functions of the same time, and continues one without an end until the end of the known time', () => {
    const open = { from: NOW - HOUR };
    const found = marks(['a', open], ['b', open], ['a', open, { from: NOW - 3 * HOUR, to: NOW - 2 * HOUR }]);
    expect(
      found.map(({ from, to, isLasting, anomalies }) => [from, to, isLasting, anomalies.length]),
    ).toEqual([
      [NOW - 3 * HOUR, NOW - 2 * HOUR, false, 1],
      [NOW - HOUR, NOW, true, 3],
    ]);
    expect(countAnomalies(found)).toBe(3);
  });
});

it('notes for which part of a time anomalies are known', () => {
  const analysed = { from: NOW - WEEK, to: NOW };
  const notes = (from: number, to: number) => partlyKnownNotes({ from, to }, analysed, NOW, 'UTC');
  expect(notes(NOW - 30 * DAY, NOW)).toEqual([
    'AWS analyses at most 7 days. Anomalies are known only for 17 Nov 2026, 14:30 – 24 Nov 2026, 14:30 UTC.',
  ]);
  expect(notes(NOW - WEEK - MINUTE, NOW + HOUR)).toEqual([]);
  expect(
    partlyKnownNotes({ from: NOW - DAY, to: NOW }, { from: NOW - WEEK, to: NOW - HOUR }, NOW, 'UTC'),
  ).toHaveLength(1);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, WEEK } from '@/lib/time/duration';
import type { AnomalyTime } from './anomalies';
import { timesToCompare } from './anomaly-comparison';

const START = Date.parse('2026-11-24T09:00:00Z');
const at = (hours: number) => START + hours * HOUR;
const time = (from: number, to: number): AnomalyTime => ({ from: at(from), to: at(to), isLasting: false });
const lasting = (from: number, to: number): AnomalyTime => ({ ...time(from, to), isLasting: true });

/** The compared times in hours, as `1–2 with 0–1`. */
function compared(anomaly: AnomalyTime, ...others: AnomalyTime[]): string {
  const { compared, before, isMixed } = timesToCompare(anomaly, [anomaly, ...others]);
  const text = ({ from, to }: { from: number; to: number }) =>
    `${(from - START) / HOUR} to ${(to - START) / HOUR}`;
  return `${text(compared)} with ${text(before)}${isMixed ? ', mixed' : ''}`;
}

describe('timesToCompare', () => {
  it('takes the time of the same length directly before', () => {
    expect(compared(time(2, 3))).toBe('2 to 3 with 1 to 2');
    expect(compared(time(2, 5), time(8, 9))).toBe('2 to 5 with -1 to 2');
  });

  it('skips other anomalies on the way back', () => {
    expect(compared(time(2, 3), time(1, 2), time(0.5, 1.5), time(-2, -1))).toBe('2 to 3 with -0.5 to 0.5');
    expect(compared(time(2, 3), time(1, 1.5), time(-0.5, 0.5))).toBe('2 to 3 with -1.5 to -0.5');
  });

  it('stays within an anomaly that is around it, if there is time', () => {
    expect(compared(time(2, 3), lasting(0, 9))).toBe('2 to 3 with 1 to 2');
    expect(compared(time(2, 3), lasting(1.5, 9))).toBe('2 to 3 with 0.5 to 1.5');
  });

  it('takes the longest part of a lasting one without another, of whole five minutes', () => {
    expect(compared(lasting(0, 5.5), time(2, 3))).toBe('3 to 5.5 with -2.5 to 0');
    expect(compared(lasting(0, 5 + 2 / 60))).toBe('0 to 5 with -5 to 0');
    expect(compared(lasting(0, 1), time(0.5, 1))).toBe('0 to 1 with -1 to 0');
  });

  it('takes no more than the first 24 hours of one that lasts longer', () => {
    expect(compared(lasting(0, 100))).toBe('0 to 24 with -24 to 0');
    expect(compared(lasting(0, 100), time(2, 3), time(17, 18), time(-7, -6), time(-22, -21))).toBe(
      '3 to 17 with -21 to -7',
    );
  });

  it('takes the time directly before if no other is without an anomaly', () => {
    const nightly = Array.from({ length: 8 }, (_, i) => time(-24 * i - 7, -24 * i - 6));
    expect(compared(time(0, 24), ...nightly)).toBe('0 to 24 with -24 to 0, mixed');
  });
});

it('compares times of one length, of which the earlier one overlaps no other anomaly and is near', () => {
  const hours = fc.integer({ min: -250, max: 100 });
  const times = fc
    .record({ from: hours, length: fc.integer({ min: 1, max: 30 }), isLasting: fc.boolean() })
    .map(({ from, length, isLasting }) => ({ ...time(from, isLasting ? 101 : from + length), isLasting }));
  fc.assert(
    fc.property(times, fc.array(times, { maxLength: 30 }), (anomaly, others) => {
      const { compared, before, isMixed } = timesToCompare(anomaly, others);
      expect(before.to - before.from).toBe(compared.to - compared.from);
      expect(before.to).toBeLessThanOrEqual(anomaly.from);
      expect(compared.from).toBeGreaterThanOrEqual(anomaly.from);
      expect(compared.to).toBeLessThanOrEqual(anomaly.to);
      expect(compared.to - compared.from).toBeLessThanOrEqual(anomaly.isLasting ? DAY : 30 * HOUR);
      if (isMixed) return;
      expect(before.from).toBeGreaterThanOrEqual(anomaly.from - WEEK);
      for (const { from, to } of others) {
        const isAround = from <= before.from && to >= compared.to;
        expect(isAround || from >= before.to || to <= before.from).toBe(true);
      }
    }),
  );
});

it('keeps the times of an anomaly that began minutes ago', () => {
  const young = { from: at(0), to: at(0) + 2 * MINUTE, isLasting: true };
  expect(timesToCompare(young, [])).toMatchObject({ compared: { from: at(0), to: at(0) + 2 * MINUTE } });
});

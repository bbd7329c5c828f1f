import { describe, expect, it } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { hasHours, snappedSpan, widened } from './profile-periods';

const NOW = Date.parse('2026-11-24T14:32:10Z');

describe('widened', () => {
  const at = (text: string) => Date.parse(`${text}Z`);
  const moved = (from: string, to: string) => {
    const span = widened({ from: at(from), to: at(to) }, NOW);
    return [span.from, span.to].map((end) => new Date(end).toISOString().slice(0, 19));
  };

  it.each([
    ['2026-11-24T10:03:20', '2026-11-24T11:00:01', '2026-11-24T10:00:00', '2026-11-24T11:05:00'],
    ['2026-11-01T10:03:20', '2026-11-01T11:00:01', '2026-11-01T10:00:00', '2026-11-01T12:00:00'],
    ['2026-09-01T10:03:20', '2026-09-01T11:00:01', '2026-09-01T00:00:00', '2026-09-02T00:00:00'],
    ['2026-09-01T10:03:20', '2026-11-24T11:00:01', '2026-09-01T00:00:00', '2026-11-24T11:05:00'],
  ])('extends %s to %s to %s to %s', (from, to, start, end) => expect(moved(from, to)).toEqual([start, end]));

  it('extends to hours where those were recorded', () => {
    const recorded = { from: at('2026-09-01T05:00:00'), gaps: [] };
    const ends = (from: string) => {
      const span = widened({ from: at(from), to: at('2026-09-01T11:00:01') }, NOW, recorded);
      return [span.from, span.to].map((end) => new Date(end).toISOString().slice(0, 16));
    };
    expect(ends('2026-09-01T10:03:20')).toEqual(['2026-09-01T10:00', '2026-09-01T12:00']);
    expect(ends('2026-09-01T04:59:59')).toEqual(['2026-09-01T00:00', '2026-09-01T12:00']);
  });

  it.each([
    ['2026-09-02T10:30', '2026-09-02T11:30', '2026-09-02T00:00', '2026-09-03T00:00'],
    ['2026-09-01T10:30', '2026-09-02T11:30', '2026-09-01T10:00', '2026-09-03T00:00'],
    ['2026-09-03T10:30', '2026-09-04T06:30', '2026-09-03T00:00', '2026-09-04T07:00'],
    ['2026-09-01T10:30', '2026-09-01T14:00', '2026-09-01T10:00', '2026-09-01T14:00'],
    ['2026-09-04T03:00', '2026-09-04T05:00', '2026-09-04T00:00', '2026-09-05T00:00'],
  ])('extends %s to %s to %s to %s, where recording was paused', (from, to, start, end) => {
    const gaps = [{ from: at('2026-09-01T14:00:00'), to: at('2026-09-04T05:00:00') }];
    const recorded = { from: at('2026-08-01T00:00:00'), gaps };
    const span = widened({ from: at(`${from}:00`), to: at(`${to}:00`) }, NOW, recorded);
    expect([span.from, span.to]).toEqual([at(`${start}:00`), at(`${end}:00`)]);
  });

  it('keeps ends that are already on boundaries', () => {
    expect(moved('2026-11-24T10:00:00', '2026-11-24T11:05:00')).toEqual([
      '2026-11-24T10:00:00',
      '2026-11-24T11:05:00',
    ]);
  });

  it('does not extend beyond now, but keeps a range that does', () => {
    expect(moved('2026-11-24T10:00:00', '2026-11-24T14:32:10')[1]).toBe('2026-11-24T14:32:10');
    expect(moved('2026-11-24T10:00:00', '2026-11-24T14:31:00')[1]).toBe('2026-11-24T14:32:10');
    expect(moved('2026-11-24T10:00:00', '2026-11-25T00:00:00')[1]).toBe('2026-11-25T00:00:00');
  });
});

describe('hasHours', () => {
  const at = (day: number) => Date.parse('2026-09-01T00:00:00Z') + (day - 1) * 24 * HOUR;
  const recorded = { from: at(2), gaps: [{ from: at(4), to: at(6) }] };
  const has = (from: number, to: number) => hasHours({ from: at(from), to: at(to) }, NOW, recorded);

  it('needs hours of the whole span, from AWS or recorded ones', () => {
    expect([has(2, 4), has(6, 80), has(35, 36)]).toEqual([true, true, true]);
    expect([has(1, 3), has(3, 5), has(5, 7), has(3, 80)]).toEqual([false, false, false, false]);
    expect(hasHours({ from: at(3), to: at(4) }, NOW)).toBe(false);
  });
});

describe('snappedSpan', () => {
  const hour = Date.parse('2026-11-24T13:00:00Z');

  it('covers whole profiles in either direction', () => {
    const whole = { from: hour, to: hour + 2 * HOUR };
    expect(snappedSpan(hour + 1, hour + HOUR + 1, HOUR)).toEqual(whole);
    expect(snappedSpan(hour + HOUR + 1, hour + 1, HOUR)).toEqual(whole);
  });

  it('is at least one profile long', () => {
    expect(snappedSpan(hour, hour, HOUR)).toEqual({ from: hour, to: hour + HOUR });
  });
});

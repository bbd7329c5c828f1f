import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { summaryBaseline, weekBaseline } from './summary-baseline';

const NOW = Date.parse('2026-11-24T14:30:00Z');
const baseline = (from: number, to: number, zone = 'UTC') => summaryBaseline({ from, to }, NOW, zone);

describe('summaryBaseline', () => {
  it('is yesterday for hours of today, also those that began before midnight', () => {
    for (const length of [HOUR, DAY]) {
      expect(baseline(NOW - length, NOW)).toEqual({
        span: { from: NOW - length - DAY, to: NOW - DAY },
        words: 'yesterday',
        settings: { baseline: null, compare: 'day', baselineKept: '' },
      });
    }
  });

  it('is the day before for any other day, in the zone of the page', () => {
    const midnight = Date.parse('2026-11-24T00:00:00Z');
    expect(baseline(midnight - DAY, midnight)?.words).toBe('the day before');
    // In Los Angeles the day begins at 08:00 UTC.
    expect(baseline(midnight, midnight + 8 * HOUR)?.words).toBe('yesterday');
    expect(baseline(midnight, midnight + 8 * HOUR, 'America/Los_Angeles')?.words).toBe('the day before');
  });

  it('is as many days before a range of days, so that the two don’t overlap', () => {
    expect(baseline(NOW - 2 * DAY - 2 * HOUR, NOW)).toMatchObject({
      span: { from: NOW - 5 * DAY - 2 * HOUR, to: NOW - 3 * DAY },
      words: 'the 3 days before',
      settings: { baseline: 'range', baselineTo: '2026-11-21T14:30:00.000Z' },
    });
  });

  it('takes a day or a week widened to whole profiles for what it was', () => {
    const minutes = HOUR / 12;
    expect(baseline(NOW - DAY - minutes, NOW)?.words).toBe('yesterday');
    expect(baseline(NOW - 7 * DAY - HOUR, NOW)?.words).toBe('the 7 days before');
  });

  it('is none for more than a week, and before 1970', () => {
    expect(baseline(NOW - 7 * DAY, NOW)?.words).toBe('the 7 days before');
    expect(baseline(NOW - 8 * DAY, NOW)).toBeUndefined();
    expect(baseline(HOUR, 2 * HOUR)).toBeUndefined();
  });
});

describe('weekBaseline', () => {
  it('is the same time a week before, for less than a week', () => {
    expect(weekBaseline({ from: NOW - HOUR, to: NOW }, 'UTC')).toEqual({
      span: { from: NOW - HOUR - 7 * DAY, to: NOW - 7 * DAY },
      words: 'a week before',
      settings: { baseline: null, compare: 'week', baselineKept: '' },
    });
    expect(weekBaseline({ from: NOW - 6 * DAY, to: NOW }, 'UTC')).toBeDefined();
    expect(weekBaseline({ from: NOW - 7 * DAY, to: NOW }, 'UTC')).toBeUndefined();
    expect(weekBaseline({ from: HOUR, to: 2 * HOUR }, 'UTC')).toBeUndefined();
  });
});

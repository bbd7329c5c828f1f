import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { allowedStripPeriod, profileTimesRequest, startsIn, stripPeriod, stripSpan } from './strip';

const NOW = Date.parse('2026-11-24T14:32:10Z');

describe('stripSpan', () => {
  it('is the range itself when it is long enough', () => {
    const span = { from: NOW - 6 * HOUR, to: NOW };
    expect(stripSpan(span, NOW)).toEqual(span);
  });

  it('extends a short range on both sides, but not beyond now', () => {
    const long = NOW - 2 * DAY;
    expect(stripSpan({ from: long - HOUR, to: long }, NOW)).toEqual({
      from: long - 2 * HOUR,
      to: long + HOUR,
    });
    expect(stripSpan({ from: NOW - HOUR, to: NOW }, NOW)).toEqual({ from: NOW - 3 * HOUR, to: NOW });
  });
});

it('finds the profiles that overlap a span, also in a list of a later time', () => {
  const span = { from: NOW - 3 * HOUR, to: NOW - HOUR };
  const starts = [NOW - 5 * HOUR, NOW - 4 * HOUR, NOW - 3.5 * HOUR, NOW - 2 * HOUR, NOW - HOUR, NOW];
  expect(startsIn(starts, 'PT1H', span)).toEqual([NOW - 3.5 * HOUR, NOW - 2 * HOUR]);
});

describe('stripPeriod', () => {
  it('grows with the length of the strip', () => {
    const ofDays = (days: number) => stripPeriod({ from: NOW - days * DAY, to: NOW }, NOW);
    expect([ofDays(1), ofDays(1.1), ofDays(15), ofDays(16)]).toEqual(['PT5M', 'PT1H', 'PT1H', 'P1D']);
  });
});

describe('stripPeriod of the past', () => {
  it.each([
    [6 * HOUR, 0, 'PT5M'],
    [13 * HOUR, 0, 'PT1H'],
    [6 * HOUR, 20 * DAY, 'PT1H'],
    [6 * HOUR, 80 * DAY, 'P1D'],
    [30 * DAY, 0, 'P1D'],
  ])('for a span of %d ms that ended %d ms ago is %s', (length, ago, period) => {
    expect(
      stripPeriod({ from: NOW - ago - length, to: NOW - ago }, NOW, { maxFiveMinuteSpan: 12 * HOUR }),
    ).toBe(period);
  });
});

describe('profileTimesRequest', () => {
  const span = { from: NOW - HOUR, to: NOW };

  it('requests the shortest available profiles, or those of the chosen period', () => {
    expect(profileTimesRequest('shop', span, NOW).period).toBe('PT5M');
    expect(profileTimesRequest('shop', span, NOW, { chosen: 'P1D' })).toEqual({
      group: 'shop',
      startTime: NOW - 31 * DAY,
      endTime: NOW,
      period: 'P1D',
    });
  });
});

it('allows the chosen period only when the range is short enough', () => {
  const week = { from: 0, to: 7 * DAY };
  expect(allowedStripPeriod(week, 'PT5M')).toBe(undefined);
  expect(allowedStripPeriod(week, 'P1D')).toBe('P1D');
  expect(allowedStripPeriod({ from: 0, to: HOUR }, 'PT5M')).toBe('PT5M');
  expect(allowedStripPeriod(week, null)).toBe(undefined);
});

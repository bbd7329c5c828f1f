import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import {
  drawnSpan,
  fittingPeriod,
  profileTimesRequest,
  stepFrom,
  stripPeriod,
  stripSpan,
  widened,
} from './strip';

const NOW = Date.parse('2026-11-24T14:32:10Z');

describe('stripSpan', () => {
  it('is the range when that is long enough', () => {
    const span = { from: NOW - 6 * HOUR, to: NOW };
    expect(stripSpan(span, NOW)).toEqual(span);
  });

  it('shows what lies around a short range, but no future', () => {
    const long = NOW - 2 * DAY;
    expect(stripSpan({ from: long - HOUR, to: long }, NOW)).toEqual({
      from: long - 2 * HOUR,
      to: long + HOUR,
    });
    expect(stripSpan({ from: NOW - HOUR, to: NOW }, NOW)).toEqual({ from: NOW - 3 * HOUR, to: NOW });
  });
});

describe('stripPeriod', () => {
  it('grows with the strip', () => {
    const ofDays = (days: number) => stripPeriod({ from: NOW - days * DAY, to: NOW }, NOW);
    expect([ofDays(1), ofDays(1.1), ofDays(15), ofDays(16)]).toEqual(['PT5M', 'PT1H', 'PT1H', 'P1D']);
  });
});

describe('stripPeriod of what is long ago', () => {
  it.each([
    [6 * HOUR, 0, 'PT5M'],
    [13 * HOUR, 0, 'PT1H'],
    [6 * HOUR, 20 * DAY, 'PT1H'],
    [6 * HOUR, 80 * DAY, 'P1D'],
    [30 * DAY, 0, 'P1D'],
  ])('a span of %d ms that ended %d ms ago lists %s', (length, ago, period) => {
    expect(stripPeriod({ from: NOW - ago - length, to: NOW - ago }, NOW, 12 * HOUR)).toBe(period);
  });
});

describe('stepFrom', () => {
  const starts = [0, 5, 10, 30].map((minutes) => NOW + minutes * MINUTE);
  const shown = { from: NOW + 5 * MINUTE, to: NOW + 10 * MINUTE };

  it('goes to the nearest profile that lies wholly beside the range', () => {
    expect(stepFrom(shown, starts, 'PT5M', 'back')?.from).toBe(NOW);
    expect(stepFrom(shown, starts, 'PT5M', 'on')).toEqual({ from: NOW + 10 * MINUTE, to: NOW + 15 * MINUTE });
  });

  it('enters a range of several profiles', () => {
    const range = { from: NOW + MINUTE, to: NOW + 20 * MINUTE };
    expect(stepFrom(range, starts, 'PT5M', 'back')?.from).toBe(NOW + 10 * MINUTE);
    expect(stepFrom(range, starts, 'PT5M', 'on')?.from).toBe(NOW + 5 * MINUTE);
  });

  it('ends at the edge', () => {
    expect(stepFrom({ from: NOW, to: NOW + MINUTE }, starts, 'PT5M', 'back')).toBeUndefined();
  });
});

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
  ])('%s to %s is %s to %s', (from, to, start, end) => expect(moved(from, to)).toEqual([start, end]));

  it('stays where profiles begin and end', () => {
    expect(moved('2026-11-24T10:00:00', '2026-11-24T11:05:00')).toEqual([
      '2026-11-24T10:00:00',
      '2026-11-24T11:05:00',
    ]);
  });

  it('does not reach beyond now, but stays where the range does', () => {
    expect(moved('2026-11-24T10:00:00', '2026-11-24T14:32:10')[1]).toBe('2026-11-24T14:32:10');
    expect(moved('2026-11-24T10:00:00', '2026-11-24T14:31:00')[1]).toBe('2026-11-24T14:32:10');
    expect(moved('2026-11-24T10:00:00', '2026-11-25T00:00:00')[1]).toBe('2026-11-25T00:00:00');
  });
});

describe('what is drawn over a strip', () => {
  const hour = Date.parse('2026-11-24T13:00:00Z');

  it('becomes whole profiles, whichever way it was drawn', () => {
    const whole = { from: hour, to: hour + 2 * HOUR };
    expect(drawnSpan(hour + 1, hour + HOUR + 1, HOUR)).toEqual(whole);
    expect(drawnSpan(hour + HOUR + 1, hour + 1, HOUR)).toEqual(whole);
  });

  it('is one profile at least', () => {
    expect(drawnSpan(hour, hour, HOUR)).toEqual({ from: hour, to: hour + HOUR });
  });
});

describe('profileTimesRequest', () => {
  const span = { from: NOW - HOUR, to: NOW };

  it('lists the shortest profiles around a range, or those of the period chosen', () => {
    expect(profileTimesRequest('shop', span, NOW).period).toBe('PT5M');
    expect(profileTimesRequest('shop', span, NOW, 'P1D')).toEqual({
      group: 'shop',
      startTime: NOW - 31 * DAY,
      endTime: NOW,
      period: 'P1D',
    });
  });
});

it('a strip is of the period chosen where its range can be of that', () => {
  const week = { from: 0, to: 7 * DAY };
  expect(fittingPeriod(week, 'PT5M')).toBe(undefined);
  expect(fittingPeriod(week, 'P1D')).toBe('P1D');
  expect(fittingPeriod({ from: 0, to: HOUR }, 'PT5M')).toBe('PT5M');
  expect(fittingPeriod(week, null)).toBe(undefined);
});

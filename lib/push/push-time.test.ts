import { describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { pushTime, windowOf } from './push-time';

const NOW = Date.parse('2026-11-24T14:32:10Z');

describe('pushTime', () => {
  it('is the requested time', () => {
    expect(pushTime({ start: 1, durationMs: 500 }, NOW - 60_000, NOW)).toEqual({
      from: NOW - 60_000,
      to: NOW - 59_500,
      notes: [],
    });
  });

  it('is the time of the file as long as profiles that old are kept', () => {
    const start = NOW - 15 * DAY + 1;
    expect(pushTime({ start, durationMs: 500 }, undefined, NOW)).toEqual({
      from: start,
      to: start + 500,
      notes: [],
    });
  });

  it('otherwise makes the profile end now, with a note when the file has another time', () => {
    expect(pushTime({ durationMs: 500 }, undefined, NOW)).toEqual({ from: NOW - 500, to: NOW, notes: [] });
    expect(pushTime({}, undefined, NOW)).toEqual({ from: NOW, to: NOW, notes: [] });
    for (const start of [NOW - 15 * DAY, NOW + 1]) {
      expect(pushTime({ start }, undefined, NOW)).toEqual({
        from: NOW,
        to: NOW,
        notes: [expect.stringContaining('it was pushed with the current time')],
      });
    }
  });

  it('notes that the file begins in the future', () => {
    const { notes } = pushTime({ start: NOW + DAY }, undefined, NOW);
    expect(notes[0]).toMatch(/^It begins in the future, on 25 Nov 2026/);
  });

  it.each([
    ['without a start', {}],
    ['with the same date as its start', { start: Date.parse('2024-02-16T10:13:04Z') }],
    ['with a start that is kept', { start: NOW - DAY }],
  ])('is never pushed back by an impossible duration %s', (_what, file) => {
    const { from, to, notes } = pushTime({ ...file, durationMs: NOW }, undefined, NOW);
    expect([from, to]).toEqual(
      'start' in file && file.start === NOW - DAY ? [NOW - DAY, NOW - DAY] : [NOW, NOW],
    );
    expect(notes[0]).toBe("Its duration of 20,782 days can't be right, so the profile has none.");
  });

  it('counts in the five minutes in which it starts', () => {
    expect(windowOf({ from: NOW, to: NOW + DAY })).toEqual({
      from: Date.parse('2026-11-24T14:30:00Z'),
      to: Date.parse('2026-11-24T14:35:00Z'),
    });
  });
});

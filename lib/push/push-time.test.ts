import { describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { pushTime, windowOf } from './push-time';

const NOW = Date.parse('2026-11-24T14:32:10Z');

describe('pushTime', () => {
  it('is the requested time', () => {
    expect(pushTime({ start: 1, durationMs: 500 }, NOW - 60_000, NOW)).toEqual({
      from: NOW - 60_000,
      to: NOW - 59_500,
    });
  });

  it('is the time of the file as long as profiles that old are kept', () => {
    const start = NOW - 15 * DAY + 1;
    expect(pushTime({ start, durationMs: 500 }, undefined, NOW)).toEqual({ from: start, to: start + 500 });
  });

  it('otherwise makes the profile end now, with a note when the file has another time', () => {
    expect(pushTime({ durationMs: 500 }, undefined, NOW)).toEqual({ from: NOW - 500, to: NOW });
    expect(pushTime({}, undefined, NOW)).toEqual({ from: NOW, to: NOW });
    for (const start of [NOW - 15 * DAY, NOW + 1]) {
      expect(pushTime({ start }, undefined, NOW)).toEqual({
        from: NOW,
        to: NOW,
        note: expect.stringContaining('it was pushed with the current time'),
      });
    }
  });

  it('counts in the five minutes in which it starts', () => {
    expect(windowOf({ from: NOW, to: NOW + DAY })).toEqual({
      from: Date.parse('2026-11-24T14:30:00Z'),
      to: Date.parse('2026-11-24T14:35:00Z'),
    });
  });
});

import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { pushTime, windowOf } from './push-time';

const NOW = Date.parse('2026-11-24T14:32:10Z');
/** Start of the last five minutes that have ended. */
const ENDED = Date.parse('2026-11-24T14:25:00Z');

describe('pushTime', () => {
  it('is the requested time', () => {
    expect(pushTime({ start: 1, durationMs: 500 }, NOW - 60_000, NOW)).toEqual({
      from: NOW - 60_000,
      to: NOW - 59_500,
      notes: [],
      optionNotes: [],
    });
  });

  it('is the time of the file as long as profiles that old are kept', () => {
    const start = NOW - 15 * DAY + 1;
    expect(pushTime({ start, durationMs: 500 }, undefined, NOW)).toEqual({
      from: start,
      to: start + 500,
      notes: [],
      optionNotes: [],
    });
  });

  it('is otherwise in the last five minutes that have ended, which charts show at once', () => {
    const [from, to] = ['2026-11-24T14:25:00Z', '2026-11-24T14:30:00Z'].map(Date.parse);
    for (const durationMs of [undefined, 500, 5 * MINUTE]) {
      const time = pushTime({ ...(durationMs && { durationMs }) }, undefined, NOW);
      expect(windowOf(time)).toEqual({ from, to });
      expect([time.to - time.from, time.notes]).toEqual([durationMs ?? 0, []]);
    }
    const hour = pushTime({ durationMs: 60 * MINUTE }, undefined, NOW);
    expect([hour.from, hour.to]).toEqual([(to ?? 0) - 60 * MINUTE, to]);
  });

  it('notes that it is not the time of the file, and which option sets another', () => {
    for (const start of [NOW - 15 * DAY, NOW + 1]) {
      expect(pushTime({ start }, undefined, NOW)).toMatchObject({
        from: Date.parse('2026-11-24T14:25:00Z'),
        notes: [expect.stringContaining('so it was pushed as of the last five minutes that have ended.')],
        optionNotes: ['Use --at to set another time.'],
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
      'start' in file && file.start === NOW - DAY ? [NOW - DAY, NOW - DAY] : [ENDED, ENDED],
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

import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { existingProfiles, existingProfilesRequest, missingProfiles } from './existing-profiles';

const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);
const NOW = at('14:02');

const hours = (from: string, to: string) => ({ from: at(from), to: at(to) });
const STARTS = [at('09:00'), at('10:00'), at('11:00')];

describe('existingProfilesRequest', () => {
  it('lists five-minute profiles of a day, hours of a longer or older range, and then days', () => {
    const periodOf = (from: number, to: number) => existingProfilesRequest('g', { from, to }, NOW).period;
    expect(periodOf(NOW - DAY, NOW)).toBe('PT5M');
    expect(periodOf(NOW - 2 * DAY, NOW)).toBe('PT1H');
    expect(periodOf(NOW - 20 * DAY, NOW - 20 * DAY + HOUR)).toBe('PT1H');
    expect(periodOf(NOW - 90 * DAY, NOW)).toBe('P1D');
    const { startTime } = existingProfilesRequest('g', { from: at('10:03'), to: at('11:00') }, NOW);
    expect(startTime).toBe(at('10:00'));
  });
});

describe('existingProfiles', () => {
  const request = (from: string, to: string) => ({
    startTime: at(from),
    endTime: at(to),
    period: 'PT1H' as const,
  });

  it('leaves out the first hour when it has no profile, although a daily profile covers it', () => {
    expect(existingProfiles(hours('08:00', '12:00'), request('08:00', '12:00'), STARTS, NOW)).toEqual({
      coverage: hours('09:00', '12:00'),
      period: 'PT1H',
      count: 3,
      possible: 4,
    });
  });

  it('has all profiles of a range without gaps', () => {
    const { coverage, count, possible } = existingProfiles(
      hours('09:00', '12:00'),
      request('09:00', '12:00'),
      STARTS,
      NOW,
    );
    expect([coverage, count, possible]).toEqual([hours('09:00', '12:00'), 3, 3]);
  });

  it('ends with the last profile, or with what the running window has', () => {
    const { coverage, count, possible } = existingProfiles(
      hours('09:00', '14:00'),
      request('09:00', '14:00'),
      STARTS,
      NOW,
    );
    expect([coverage, count, possible]).toEqual([hours('09:00', '12:00'), 3, 5]);
    const running = existingProfiles(hours('09:00', '14:01'), request('09:00', '15:00'), STARTS, NOW);
    expect(running.coverage).toEqual(hours('09:00', '14:01'));
    expect(running.possible).toBe(5);
  });

  it('keeps the coverage of AWS when no window has ended', () => {
    const covered = { from: at('14:00'), to: at('14:00') + MINUTE };
    expect(existingProfiles(covered, request('14:00', '15:00'), [], NOW)).toEqual({
      coverage: covered,
      period: 'PT1H',
      count: 0,
      possible: 0,
    });
  });
});

describe('missingProfiles', () => {
  it('counts the gaps between the first and the last profile', () => {
    const figures = { period: 'PT1H', possible: 9 } as const;
    const ended = { ...figures, coverage: hours('09:00', '13:00') };
    expect(missingProfiles({ ...ended, count: 4 })).toEqual({ missing: 0, of: 4 });
    expect(missingProfiles({ ...ended, count: 3 })).toEqual({ missing: 1, of: 4 });
    const running = { ...figures, coverage: hours('09:00', '13:20') };
    expect(missingProfiles({ ...running, count: 4 })).toEqual({ missing: 0, of: 4 });
  });
});

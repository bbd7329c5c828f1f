import { expect, test } from 'vitest';
import type { StripPeriod } from '@/lib/profile/range/profile-periods';
import type { StateChoice } from '@/lib/profile/tree/states';
import { DAY } from '@/lib/time/duration';
import { progressText } from './progress-text';
import { shortStatus } from './strip-status-text';

const status = (
  count: number,
  period: StripPeriod,
  data: StateChoice | null,
  states: string[],
  { zone = 'UTC', readCount = count } = {},
) => {
  const samples = {
    bars: Array.from({ length: count }, (_, at) => ({ start: at * DAY })),
    states,
    isReading: readCount < count,
    readCount,
    leftOutCount: 0,
  };
  return shortStatus({ period, samples, data, zone });
};

test('counts the profiles, and names the thread states as the toolbar does', () => {
  expect(status(72, 'PT5M', null, ['RUNNABLE', 'NATIVE'])).toBe('72 × 5 min · CPU');
  expect(status(24, 'PT1H', 'latency', ['RUNNABLE', 'WAITING'])).toBe('24 × 1 h · latency');
  expect(status(72, 'PT5M', ['WAITING'], ['WAITING'])).toBe('72 × 5 min · WAITING');
  expect(status(1440, 'PT5M', null, ['WALL_TIME'])).toBe('1,440 × 5 min · all samples');
});

test('states that days are those of UTC, and the progress', () => {
  const berlin = { zone: 'Europe/Berlin' };
  expect(status(7, 'P1D', null, ['RUNNABLE'])).toBe('7 × 1 day · CPU');
  expect(status(7, 'P1D', null, ['RUNNABLE'], { ...berlin, readCount: 3 })).toBe(
    '7 × 1 day · CPU · UTC days · 3 read',
  );
  expect(status(24, 'PT1H', null, ['RUNNABLE'], berlin)).toBe('24 × 1 h · CPU');
  expect(status(24, 'PT1H', null, ['RUNNABLE'], { zone: 'UTC+05:45' })).toBe('24 × 1 h · CPU · UTC hours');
  expect(status(72, 'PT5M', null, ['RUNNABLE'], { zone: 'UTC+05:45' })).toBe('72 × 5 min · CPU');
});

test('has no thread states before any are known', () => {
  expect(status(72, 'PT5M', null, [], { readCount: 0 })).toBe('72 × 5 min · 0 read');
  expect(status(0, 'PT1H', null, [])).toBe('No profiles');
});

test('shows progress only while profiles that are wanted are read', () => {
  const progress = { isReading: true, readCount: 38, leftOutCount: 4, bars: Array(100) };
  expect(progressText(progress)).toBe('38 of 96 read');
  expect(progressText({ ...progress, readCount: 96 })).toBe('');
  expect(progressText({ ...progress, isReading: false })).toBe('');
});

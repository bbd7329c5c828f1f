import { expect, test } from 'vitest';
import { type HealthSoFar, NO_HEALTH } from '@/lib/canary/stream/health-so-far';
import { newestHealth } from './newest-health';

const NONE = { byName: {}, current: new Set<string>() };
const of = (a: HealthSoFar, isCurrent: boolean) => ({
  byName: { a },
  current: new Set(isCurrent ? ['a'] : []),
});
const readAt = (asOf: number): HealthSoFar => ({ ...NO_HEALTH, asOf });
const failed: HealthSoFar = {
  ...NO_HEALTH,
  problem: { code: 'throttled', status: 429, message: 'AWS is busy.', retryable: true },
};

test('takes the reading of the present, and the later one of two that are alike', () => {
  const [old, later] = [readAt(1), readAt(2)];
  expect(newestHealth('a', of(later, true), of(old, true))).toEqual({ reading: later, isCurrent: true });
  expect(newestHealth('a', of(old, false), of(later, false))).toEqual({ reading: later, isCurrent: false });
  expect(newestHealth('a', NONE, of(old, false))).toEqual({ reading: old, isCurrent: false });
  expect(newestHealth('a', NONE, NONE)).toEqual({ reading: undefined, isCurrent: false });
});

test('shows why a canary could not be read, and not what was read before', () => {
  const before = readAt(1);
  for (const both of [
    [of(failed, true), of(before, false)],
    [of(before, false), of(failed, true)],
  ] as const)
    expect(newestHealth('a', ...both)).toEqual({ reading: failed, isCurrent: true });
});

import { STRIP_PERIODS } from '@/lib/profile/range/profile-periods';
import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

/** Longest time after a change that is compared with the time before it. */
const MAX_COMPARED_MS = DAY;

/** Profiles on each side of the start of a change, and the longest time that they take. */
const PROFILES_AROUND = 24;
const MAX_AROUND_MS = 3 * DAY;

/** The time after a change to compare with the same time before it: at most a day, and not beyond the last ended profile. */
export function spanAfter(at: number, now: number): Span {
  const ended = Math.floor(now / STRIP_PERIODS.PT5M) * STRIP_PERIODS.PT5M;
  return { from: at, to: Math.max(at + STRIP_PERIODS.PT5M, Math.min(at + MAX_COMPARED_MS, ended)) };
}

/** The time around the start of a change, in which profiles of a length show it well. */
export function spanAround(at: number, length: number, now: number): Span {
  const around = Math.min(MAX_AROUND_MS, length * PROFILES_AROUND);
  return { from: Math.max(0, at - around), to: Math.min(at + around, Math.max(now, at + 1)) };
}

import type { Coverage } from '@/lib/answer/answer';
import { badInput } from '@/lib/answer/problem';
import { MAX_PROFILE_MS } from '@/lib/profile/range/weeks';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { parseDuration } from '@/lib/time/duration';

/** The part of a profile request that names a time. */
type RequestedTime = Pick<ProfileRequest, 'startTime' | 'endTime' | 'period'>;

/**
 * The range of a profile request; undefined for `period` alone, which means the latest profile. Throws a 400
 * for a combination that GetProfile refuses, an empty range and a period of over 7 days.
 */
export function requestedRange({ startTime, endTime, period }: RequestedTime): Coverage | undefined {
  const length = period === undefined ? undefined : parseDuration(period);
  if (period !== undefined && length === undefined) {
    throw badInput(
      'period must be an ISO-8601 duration above zero, without years or months, such as PT1H.',
      'period',
    );
  }
  if (length !== undefined && length > MAX_PROFILE_MS) {
    throw badInput('period must be at most 7 days (P7D), the longest profile that AWS returns.', 'period');
  }
  if (startTime !== undefined && endTime !== undefined) {
    if (length !== undefined) {
      throw badInput('Give one or two of startTime, endTime and period, not all three.', 'period');
    }
    if (endTime <= startTime) throw badInput('endTime must be after startTime.', 'endTime');
    return { from: startTime, to: endTime };
  }
  if (length === undefined) {
    if (startTime !== undefined) throw badInput('startTime needs endTime or period as well.', 'startTime');
    if (endTime !== undefined) throw badInput('endTime needs startTime or period as well.', 'endTime');
    throw badInput(
      'Give period alone for the latest profile, or two of startTime, endTime and period for a time range.',
      'period',
    );
  }
  if (startTime !== undefined) return { from: startTime, to: startTime + length };
  if (endTime !== undefined) return { from: endTime - length, to: endTime };
  return undefined;
}

/** Throws a 400 for a range that AWS does not return as one profile. */
export function refuseLongRange(range: Coverage | undefined): void {
  if (range && range.to - range.from > MAX_PROFILE_MS) {
    throw badInput(
      'endTime must be at most 7 days after startTime, the longest profile that AWS returns.',
      'endTime',
    );
  }
}

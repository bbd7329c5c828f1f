import type { Coverage } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import { LONGEST_PROFILE } from '@/lib/profile/range/weeks';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { parseDuration } from '@/lib/time/duration';

/**
 * The range that GetProfile is asked for, undefined for `period` alone (the latest profile). Throws a 400
 * for a combination that GetProfile would refuse, a span that is empty, a period of over 7 days.
 */
export function requestedRange({ startTime, endTime, period }: ProfileRequest): Coverage | undefined {
  const length = period === undefined ? undefined : parseDuration(period);
  if (period !== undefined && length === undefined) {
    throw refused(
      'period',
      'period must be an ISO-8601 duration above zero, without years or months, such as PT1H.',
    );
  }
  if (length !== undefined && length > LONGEST_PROFILE) {
    throw refused('period', 'period must be at most 7 days (P7D): AWS gives no longer profile.');
  }
  if (startTime !== undefined && endTime !== undefined) {
    if (length !== undefined) {
      throw refused('period', 'Give one or two of startTime, endTime and period, not all three.');
    }
    if (endTime <= startTime) throw refused('endTime', 'endTime must be after startTime.');
    return { from: startTime, to: endTime };
  }
  if (length === undefined) {
    if (startTime !== undefined) throw refused('startTime', 'startTime needs endTime or period beside it.');
    if (endTime !== undefined) throw refused('endTime', 'endTime needs startTime or period beside it.');
    throw refused(
      'period',
      'Give period alone for the latest profile, or two of startTime, endTime and period for a time range.',
    );
  }
  if (startTime !== undefined) return { from: startTime, to: startTime + length };
  if (endTime !== undefined) return { from: endTime - length, to: endTime };
  return undefined;
}

/** The same range as AWS gives it at once; throws a 400 for a longer one. */
export function rangeOfOneProfile(request: ProfileRequest): Coverage | undefined {
  const range = requestedRange(request);
  if (range && range.to - range.from > LONGEST_PROFILE) {
    throw refused('endTime', 'endTime must be at most 7 days after startTime: AWS gives no longer profile.');
  }
  return range;
}

const refused = (field: string, message: string) =>
  new ProblemError({ code: 'BadInput', message, status: 400, field, retryable: false });

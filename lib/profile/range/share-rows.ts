import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { STRIP_PERIODS, type StripPeriod } from './profile-periods';
import type { FrameTrendRequest } from './trend';

/** AWS takes a request for each day of a trend. */
const MAX_SHARES_MS = 31 * DAY;

/** The request for a function's share in the profiles of a group that overlap a span, of the newest month of a longer one. */
export function shareRequest(
  { group, frame, period }: { group: string; frame: string; period: StripPeriod },
  { from, to }: Span,
): FrameTrendRequest {
  const length = STRIP_PERIODS[period];
  const endTime = Math.ceil(to / length) * length;
  const startTime = Math.max(Math.floor(from / length) * length, endTime - MAX_SHARES_MS);
  return { group, startTime, endTime, period, name: frame, threadStates: [] };
}

import { DAY, parseDuration } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { validation } from './errors';

const LONGEST = 7 * DAY;

export type Asked = { span: Span } | { latestOf: number };

/**
 * What GetProfile's three time parameters mean: a span, or the latest profile of a length (milliseconds).
 * Every combination that isn't allowed is a ValidationException.
 */
export function askedRange(startTime?: number, endTime?: number, period?: string): Asked {
  if (startTime !== undefined && endTime !== undefined && period !== undefined) {
    throw validation('Specify one or two of startTime, endTime and period, not all three.');
  }
  const length = period === undefined ? undefined : parseDuration(period);
  if (period !== undefined && length === undefined) {
    throw validation('period: must be an ISO-8601 duration of more than zero without years and months.');
  }
  if (length !== undefined && length > LONGEST) throw tooLong();
  if (startTime !== undefined && endTime !== undefined) return span(startTime, endTime);
  if (startTime !== undefined && length !== undefined) return span(startTime, startTime + length);
  if (endTime !== undefined && length !== undefined) return span(endTime - length, endTime);
  if (length !== undefined) return { latestOf: length };
  throw validation('Specify period, startTime with endTime or period, or endTime with startTime or period.');
}

function span(from: number, to: number): Asked {
  if (to <= from) throw validation('endTime: must be after startTime.');
  if (to - from > LONGEST) throw tooLong();
  return { span: { from, to } };
}

const tooLong = () => validation('The time range must not be longer than 7 days.');

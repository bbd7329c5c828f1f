import { DAY, parseDuration } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { validation } from '../errors';

const MAX_LENGTH = 7 * DAY;

export type RequestedRange = { span: Span } | { latestOf: number };

/**
 * Interprets GetProfile's three time parameters: a span, or the latest profile of a length (milliseconds). Combinations that
 * aren't allowed and more than `maxLength` are a ValidationException.
 */
export function requestedRange(
  startTime?: number,
  endTime?: number,
  period?: string,
  maxLength: number = MAX_LENGTH,
): RequestedRange {
  if (startTime !== undefined && endTime !== undefined && period !== undefined) {
    throw validation('Specify one or two of startTime, endTime and period, not all three.');
  }
  const length = period === undefined ? undefined : parseDuration(period);
  if (period !== undefined && length === undefined) {
    throw validation('period: must be an ISO 8601 duration of more than zero without years and months.');
  }
  if (length !== undefined && length > maxLength) throw tooLong(maxLength);
  if (startTime !== undefined && endTime !== undefined) return span(startTime, endTime, maxLength);
  if (startTime !== undefined && length !== undefined) return span(startTime, startTime + length, maxLength);
  if (endTime !== undefined && length !== undefined) return span(endTime - length, endTime, maxLength);
  if (length !== undefined) return { latestOf: length };
  throw validation('Specify period, startTime with endTime or period, or endTime with startTime or period.');
}

function span(from: number, to: number, maxLength: number): RequestedRange {
  if (to <= from) throw validation('endTime: must be after startTime.');
  if (to - from > maxLength) throw tooLong(maxLength);
  return { span: { from, to } };
}

const tooLong = (maxLength: number) =>
  validation(
    `The time range must not be longer than ${maxLength === DAY ? '1 day' : `${maxLength / DAY} days`}.`,
  );

import { DAY, parseDuration } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { validation } from '../errors';

const LONGEST = 7 * DAY;

export type Asked = { span: Span } | { latestOf: number };

/**
 * What GetProfile's three time parameters mean: a span, or the latest profile of a length (milliseconds).
 * Every combination that isn't allowed is a ValidationException, as is more than `longest`.
 */
export function requestedRange(
  startTime?: number,
  endTime?: number,
  period?: string,
  longest: number = LONGEST,
): Asked {
  if (startTime !== undefined && endTime !== undefined && period !== undefined) {
    throw validation('Specify one or two of startTime, endTime and period, not all three.');
  }
  const length = period === undefined ? undefined : parseDuration(period);
  if (period !== undefined && length === undefined) {
    throw validation('period: must be an ISO-8601 duration of more than zero without years and months.');
  }
  if (length !== undefined && length > longest) throw tooLong(longest);
  if (startTime !== undefined && endTime !== undefined) return span(startTime, endTime, longest);
  if (startTime !== undefined && length !== undefined) return span(startTime, startTime + length, longest);
  if (endTime !== undefined && length !== undefined) return span(endTime - length, endTime, longest);
  if (length !== undefined) return { latestOf: length };
  throw validation('Specify period, startTime with endTime or period, or endTime with startTime or period.');
}

function span(from: number, to: number, longest: number): Asked {
  if (to <= from) throw validation('endTime: must be after startTime.');
  if (to - from > longest) throw tooLong(longest);
  return { span: { from, to } };
}

const tooLong = (longest: number) =>
  validation(
    `The time range must not be longer than ${longest === DAY ? '1 day' : `${longest / DAY} days`}.`,
  );

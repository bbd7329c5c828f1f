import { z } from 'zod';
import { isoTimestamp, queryInteger } from '../../protocol/inputs';
import { usualErrors, validation } from '../errors';
import { aggregationPeriod, profilingGroupName, token } from '../input';
import { operation } from '../operation';
import { timestamp } from '../output';
import { pageToken, tokenPosition } from '../page-token';
import { aggregationOf } from '../store/aggregation';

const DEFAULT_RESULTS = 1000;

/** Starts of aggregated profiles from startTime to before endTime; a window is listed once it has ended. */
export const listProfileTimes = operation({
  name: 'ListProfileTimes',
  method: 'GET',
  path: '/profilingGroups/{profilingGroupName}/profileTimes',
  errors: usualErrors,
  output: z.strictObject({
    profileTimes: z.array(z.strictObject({ start: timestamp })),
    nextToken: token.optional(),
  }),
  input: z.object({
    profilingGroupName,
    startTime: isoTimestamp,
    endTime: isoTimestamp,
    period: aggregationPeriod,
    orderBy: z.enum(['TimestampDescending', 'TimestampAscending']).default('TimestampDescending'),
    maxResults: queryInteger(1, 1000).optional(),
    nextToken: token.optional(),
  }),
  handle: ({ nextToken, ...request }, { world }) => {
    const { profilingGroupName, startTime, endTime, period, orderBy, maxResults } = request;
    if (endTime <= startTime) throw validation('endTime: must be after startTime.');
    const now = world.clock.now();
    const binding = ['ListProfileTimes', JSON.stringify(request)];
    const position = nextToken === undefined ? undefined : tokenPosition(world, nextToken, binding);
    const ascending = orderBy === 'TimestampAscending';
    const span =
      position === undefined
        ? { from: startTime, to: endTime }
        : ascending
          ? { from: position, to: endTime }
          : { from: startTime, to: position + 1 };
    const starts = world.profiles.groups.get(profilingGroupName).starts(aggregationOf[period], span, now);
    if (!ascending) starts.reverse();
    const size = maxResults ?? DEFAULT_RESULTS;
    const next = starts[size];
    return {
      body: {
        profileTimes: starts.slice(0, size).map((start) => ({ start: new Date(start).toISOString() })),
        ...(next !== undefined && { nextToken: pageToken(world, next, binding) }),
      },
    };
  },
});

import { z } from 'zod';
import { isoTimestamp, queryInteger } from '../protocol/inputs';
import { operation } from '../protocol/operation';
import { aggregationOf } from './aggregation';
import { validation } from './errors';
import { profilingGroupName, token } from './input';
import { pageToken, tokenPosition } from './page-token';

const DEFAULT_RESULTS = 1000;

/** Starts of aggregated profiles from startTime to before endTime; a window is listed once it has ended. */
export const listProfileTimes = operation({
  service: 'codeguru-profiler',
  name: 'ListProfileTimes',
  method: 'GET',
  path: '/profilingGroups/{profilingGroupName}/profileTimes',
  input: z.object({
    profilingGroupName,
    startTime: isoTimestamp,
    endTime: isoTimestamp,
    period: z.enum(['PT5M', 'PT1H', 'P1D']),
    orderBy: z.enum(['TimestampDescending', 'TimestampAscending']).default('TimestampDescending'),
    maxResults: queryInteger(1, 1000).optional(),
    nextToken: token.optional(),
  }),
  handle: ({ nextToken, ...request }, { world: { profiles, clock } }) => {
    const { profilingGroupName, startTime, endTime, period, orderBy, maxResults } = request;
    if (endTime <= startTime) throw validation('endTime: must be after startTime.');
    const now = clock.now();
    const position = nextToken === undefined ? undefined : tokenPosition(nextToken, request, now);
    const ascending = orderBy === 'TimestampAscending';
    const span =
      position === undefined
        ? { from: startTime, to: endTime }
        : ascending
          ? { from: position, to: endTime }
          : { from: startTime, to: position + 1 };
    const starts = profiles.group(profilingGroupName).starts(aggregationOf[period], span, now);
    if (!ascending) starts.reverse();
    const size = maxResults ?? DEFAULT_RESULTS;
    const next = starts[size];
    return {
      body: {
        profileTimes: starts.slice(0, size).map((start) => ({ start: new Date(start).toISOString() })),
        ...(next !== undefined && { nextToken: pageToken(next, request, now) }),
      },
    };
  },
});

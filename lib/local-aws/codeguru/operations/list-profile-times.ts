import { z } from 'zod';
import { isoTimestamp, queryInteger } from '../../protocol/inputs';
import { usualErrors, validation } from '../errors';
import { aggregationPeriod, profilingGroupName, token } from '../input';
import { operation } from '../operation';
import { timestamp } from '../output';
import { instantIn, tokenAfter } from '../pages';
import { aggregationOf } from '../store/aggregation';

const DEFAULT_RESULTS = 1000;

/** Starts of aggregated profiles from startTime (inclusive) to endTime (exclusive). A window is listed once it has ended. */
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
    const binding = ['ListProfileTimes after', JSON.stringify(request)];
    const isAscending = orderBy === 'TimestampAscending';
    const span = { from: startTime, to: endTime };
    if (nextToken !== undefined) {
      const last = instantIn(world, nextToken, binding);
      if (isAscending) span.from = last + 1;
      else span.to = last;
    }
    const starts = world.profiles.groups.get(profilingGroupName).starts(aggregationOf[period], span, now);
    if (!isAscending) starts.reverse();
    const page = starts.slice(0, maxResults ?? DEFAULT_RESULTS);
    const last = page.length < starts.length ? page.at(-1) : undefined;
    return {
      body: {
        profileTimes: page.map((start) => ({ start: new Date(start).toISOString() })),
        ...(last !== undefined && { nextToken: tokenAfter(world, last, binding) }),
      },
    };
  },
});

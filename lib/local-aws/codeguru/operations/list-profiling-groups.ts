import { z } from 'zod';
import { queryInteger } from '../../protocol/inputs';
import { describeGroup } from '../description';
import { profilingGroupName, queryBoolean, token } from '../input';
import { operation } from '../operation';
import { groupDescription } from '../output';
import { pageToken, tokenPosition } from '../page-token';

const DEFAULT_RESULTS = 100;

/** Names only, or descriptions only when includeDescription is true. */
export const listProfilingGroups = operation({
  name: 'ListProfilingGroups',
  method: 'GET',
  path: '/profilingGroups',
  errors: ['InternalServerException', 'ThrottlingException'],
  output: z.strictObject({
    profilingGroupNames: z.array(profilingGroupName),
    profilingGroups: z.array(groupDescription).optional(),
    nextToken: token.optional(),
  }),
  input: z.object({
    includeDescription: queryBoolean.default(false),
    maxResults: queryInteger(1, 1000).optional(),
    nextToken: token.optional(),
  }),
  handle: ({ nextToken, ...request }, { world }) => {
    const { profiles } = world;
    const now = world.clock.now();
    const binding = ['ListProfilingGroups', JSON.stringify(request)];
    const first = nextToken === undefined ? 0 : tokenPosition(world, nextToken, binding);
    const next = first + (request.maxResults ?? DEFAULT_RESULTS);
    const all = profiles.groups.names();
    const page = all.slice(first, next);
    return {
      body: {
        profilingGroupNames: request.includeDescription ? [] : page,
        ...(request.includeDescription && {
          profilingGroups: page.map((name) => describeGroup(profiles.groups.get(name), now)),
        }),
        ...(next < all.length && { nextToken: pageToken(world, next, binding) }),
      },
    };
  },
});

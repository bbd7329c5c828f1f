import { z } from 'zod';
import { queryInteger } from '../../protocol/inputs';
import { describeGroup } from '../description';
import { profilingGroupName, queryBoolean, token } from '../input';
import { operation } from '../operation';
import { groupDescription } from '../output';
import { pageOf } from '../pages';
import type { ProfilingGroup } from '../store/profiling-group';

const DEFAULT_RESULTS = 100;

/** Names, or descriptions instead when includeDescription is true. */
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
  handle: async ({ nextToken, ...request }, { world }) => {
    const { groups } = world.profiles;
    const { items, ...next } = await pageOf(world, groups.sorted(), {
      size: request.maxResults ?? DEFAULT_RESULTS,
      nextToken,
      binding: ['ListProfilingGroups', JSON.stringify(request)],
      keyOf: (group) => [nameOf(group)],
    });
    if (!request.includeDescription) return { body: { profilingGroupNames: items.map(nameOf), ...next } };
    const profilingGroups = items.map((group) => describeGroup(group, world.clock.now()));
    return { body: { profilingGroupNames: [], profilingGroups, ...next } };
  },
});

const nameOf = ({ description }: ProfilingGroup) => description.name;

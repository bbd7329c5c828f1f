import { z } from 'zod';
import { canaryArn, findGroup } from '../groups';
import { namePage } from '../name-pages';
import { operation } from '../operation';
import { groupIdentifier, groupPaging } from '../wire/inputs';
import { groupResourcesOutput } from '../wire/outputs';

/** The ARNs of a group's canaries, by their names. */
export const listGroupResources = operation({
  name: 'ListGroupResources',
  method: 'POST',
  path: '/group/{groupIdentifier}/resources',
  errors: [
    'ConflictException',
    'InternalServerException',
    'ResourceNotFoundException',
    'ValidationException',
  ],
  output: groupResourcesOutput,
  input: z.object({ groupIdentifier, ...groupPaging }),
  handle: async ({ groupIdentifier, MaxResults, NextToken }, { world }) => {
    const { id, canaries } = findGroup(world, groupIdentifier);
    const { items, nextToken } = await namePage(world, canaries, ['ListGroupResources', id], {
      limit: MaxResults,
      token: NextToken,
    });
    return { body: { Resources: items.map(canaryArn), NextToken: nextToken } };
  },
});

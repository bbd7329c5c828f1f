import { z } from 'zod';
import { allGroups, toWireSummary } from '../groups';
import { namePage } from '../name-pages';
import { operation } from '../operation';
import { canaryArnName, groupPaging } from '../wire/inputs';
import { groupsOutput } from '../wire/outputs';

/** The groups of a canary, by name. The region and account of its ARN are ignored, as there is one of each [?]. */
export const listAssociatedGroups = operation({
  name: 'ListAssociatedGroups',
  method: 'POST',
  path: '/resource/{resourceArn}/groups',
  errors: ['InternalServerException', 'ResourceNotFoundException', 'ValidationException'],
  output: groupsOutput,
  input: z.object({ resourceArn: canaryArnName, ...groupPaging }),
  handle: async ({ resourceArn: name, MaxResults, NextToken }, { world }) => {
    const { groups = [] } = world.canaries.find(name);
    const associated = allGroups(world.canaries.list()).filter((group) => groups.includes(group.name));
    const { items, nextToken } = await namePage(world, associated, ['ListAssociatedGroups', name], {
      limit: MaxResults,
      token: NextToken,
    });
    return { body: { Groups: items.map(toWireSummary), NextToken: nextToken } };
  },
});

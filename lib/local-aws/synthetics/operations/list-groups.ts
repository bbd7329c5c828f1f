import { z } from 'zod';
import { allGroups, toWireSummary } from '../groups';
import { namePage } from '../name-pages';
import { operation } from '../operation';
import { groupPaging } from '../wire/inputs';
import { groupsOutput } from '../wire/outputs';

/** All groups, by name. */
export const listGroups = operation({
  name: 'ListGroups',
  method: 'POST',
  path: '/groups',
  errors: ['InternalServerException', 'ValidationException'],
  output: groupsOutput,
  input: z.object(groupPaging),
  handle: async ({ MaxResults, NextToken }, { world }) => {
    const groups = allGroups(world.canaries.list());
    const { items, nextToken } = await namePage(world, groups, ['ListGroups'], {
      limit: MaxResults,
      token: NextToken,
    });
    return { body: { Groups: items.map(toWireSummary), NextToken: nextToken } };
  },
});

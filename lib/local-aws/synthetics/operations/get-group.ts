import { z } from 'zod';
import { findGroup, toWireSummary } from '../groups';
import { operation } from '../operation';
import { groupIdentifier } from '../wire/inputs';
import { groupOutput } from '../wire/outputs';

/** One group, by its name, id or ARN. */
export const getGroup = operation({
  name: 'GetGroup',
  method: 'GET',
  path: '/group/{groupIdentifier}',
  errors: [
    'ConflictException',
    'InternalServerException',
    'ResourceNotFoundException',
    'ValidationException',
  ],
  output: groupOutput,
  input: z.object({ groupIdentifier }),
  handle: ({ groupIdentifier }, { world }) => {
    const group = findGroup(world, groupIdentifier);
    return {
      body: {
        Group: {
          ...toWireSummary(group),
          CreatedTime: group.created / 1000,
          LastModifiedTime: group.modified / 1000,
        },
      },
    };
  },
});

import { z } from 'zod';
import { resourceArn } from '../arn';
import { operation } from '../operation';
import { taggedGroupName } from '../tagged-group-name';
import { tagsOf } from '../tags';

export const listTagsForResource = operation({
  name: 'ListTagsForResource',
  method: 'GET',
  path: '/tags/{resourceArn}',
  errors: ['InternalServerException', 'ValidationException', 'ResourceNotFoundException'],
  output: z.strictObject({ tags: z.record(z.string(), z.string()) }),
  input: z.object({ resourceArn }),
  handle: ({ resourceArn }, { world }) => {
    const group = world.profiles.groups.get(taggedGroupName(world, resourceArn));
    return { body: { tags: tagsOf(group.description.tags) } };
  },
});

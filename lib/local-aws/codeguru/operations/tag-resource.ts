import { z } from 'zod';
import { resourceArn } from '../arn';
import { validation } from '../errors';
import { operation } from '../operation';
import { taggedGroupName } from '../tagged-group-name';
import { MAX_TAGS, tagsMap } from '../tags';

/** Adds tags; existing keys get the new value. [?] More than 50 in total are a ValidationException. */
export const tagResource = operation({
  name: 'TagResource',
  method: 'POST',
  path: '/tags/{resourceArn}',
  errors: ['InternalServerException', 'ValidationException', 'ResourceNotFoundException'],
  input: z.object({ resourceArn, tags: tagsMap }),
  handle: async ({ resourceArn, tags }, { world }) => {
    await world.profiles.groups.change(taggedGroupName(world, resourceArn), (group) => {
      const all = new Map([...(group.tags ?? []), ...tags]);
      if (all.size > MAX_TAGS) throw validation(`tags: a profiling group has at most ${MAX_TAGS}.`);
      return { tags: all };
    });
    return { status: 204 };
  },
});

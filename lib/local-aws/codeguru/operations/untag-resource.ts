import { z } from 'zod';
import { resourceArn } from '../arn';
import { operation } from '../operation';
import { taggedGroupName } from '../tagged-group-name';
import { MAX_TAGS, tagKey } from '../tags';

/** A single key in a query string is text instead of a list. */
const tagKeys = z
  .union([tagKey.transform((key) => [key]), z.array(tagKey).max(MAX_TAGS)])
  .transform((keys) => new Set(keys));

/** Removes tags; unknown keys are ignored. */
export const untagResource = operation({
  name: 'UntagResource',
  method: 'DELETE',
  path: '/tags/{resourceArn}',
  errors: ['InternalServerException', 'ValidationException', 'ResourceNotFoundException'],
  input: z.object({ resourceArn, tagKeys }),
  handle: async ({ resourceArn, tagKeys }, { world }) => {
    await world.profiles.groups.change(taggedGroupName(world, resourceArn), ({ tags }) => ({
      tags: new Map([...(tags ?? [])].filter(([key]) => !tagKeys.has(key))),
    }));
    return { status: 204 };
  },
});

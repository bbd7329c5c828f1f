import { z } from 'zod';
import { userKey } from '@/lib/farm/naming/user-name';
import type { User } from '@/lib/farm/users';
import { distinct, text, unknownMembers } from './rules';

const MAX_USERS = 5000;
const MAX_NAME = 100;
const MAX_ID = 1024;

const ARN_RULE = 'must be an ARN, such as arn:aws:sts::123456789012:assumed-role/Artist/jane';

/** Entries with neither an id nor an ARN, or with both. */
const ID_RULE = 'must have either an id or an arn';

const user = z
  .strictObject(
    {
      id: text(MAX_ID).optional(),
      arn: text(MAX_ID)
        .regex(/^arn:[^:\s]+:[^:\s]+:/, ARN_RULE)
        .optional(),
      name: text(MAX_NAME),
      team: text(MAX_NAME).optional(),
    },
    { error: unknownMembers('id or arn, name, and team if there is one') },
  )
  .refine(({ id, arn }) => (id === undefined) !== (arn === undefined), ID_RULE)
  .transform(
    ({ id, arn, name, team }): User => ({
      id: id ?? arn ?? '',
      name,
      ...(team === undefined ? {} : { team }),
    }),
  );

const RULE = `must be a list of at most ${MAX_USERS.toLocaleString('en-US')} users`;

/** Names and teams of users. */
export const users = z
  .array(user, { error: RULE })
  .max(MAX_USERS, RULE)
  .superRefine(distinct({ list: 'users', entry: 'user', key: 'id', keyOf: ({ id }) => userKey(id) }))
  .default([]);

import { z } from 'zod';
import { userKey } from '@/lib/farm/naming/user-name';
import type { User } from '@/lib/farm/users';

const MAX_USERS = 5000;
const MAX_NAME = 100;
const MAX_ID = 1024;

const text = (max: number) => {
  const rule = `must be a text of 1 to ${max} characters`;
  return z.string({ error: rule }).trim().min(1, rule).max(max, rule);
};

const ARN_RULE = 'must be an ARN, such as arn:aws:sts::123456789012:assumed-role/Artist/jane';

/** Entries with neither an id nor an ARN, or with both. */
const ID_RULE = 'must have either an id or an arn';

const unknownMembers = (right: string) => (issue: { code?: string; keys?: readonly string[] }) =>
  issue.code === 'unrecognized_keys'
    ? `has an unknown member ${issue.keys?.[0]}: its members are ${right}`
    : `must be an object with ${right}`;

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

const USERS_RULE = `must be a list of at most ${MAX_USERS.toLocaleString('en-US')} users`;

/** The configuration of the dashboard: names and teams of users. */
export const config = z.strictObject(
  {
    users: z
      .array(user, { error: USERS_RULE })
      .max(MAX_USERS, USERS_RULE)
      .superRefine((users, context) => {
        const first = new Map<string, number>();
        for (const [index, { id }] of users.entries()) {
          const key = userKey(id);
          const earlier = first.get(key);
          if (earlier === undefined) first.set(key, index);
          else
            context.addIssue({
              code: 'custom',
              path: [index],
              message: `must be another user than users[${earlier}], which has the same id`,
            });
        }
      })
      .default([]),
  },
  { error: unknownMembers('users') },
);

export type Config = z.output<typeof config>;

import { z } from 'zod';
import { hasSubject, subjects } from './names';
import { unknownMembers } from './rules';

const MAX_FAILING_AFTER = 20;
const FAILING_AFTER_RULE = `must be a whole number from 1 to ${MAX_FAILING_AFTER}`;

/** What alerts are sent of; undefined turns them off. */
export const alerts = z
  .strictObject(
    {
      ...subjects,
      failingAfter: z
        .number({ error: FAILING_AFTER_RULE })
        .int(FAILING_AFTER_RULE)
        .min(1, FAILING_AFTER_RULE)
        .max(MAX_FAILING_AFTER, FAILING_AFTER_RULE)
        .default(1),
    },
    { error: unknownMembers('profilingGroups, canaries, farms and failingAfter') },
  )
  .refine(...hasSubject)
  .optional();

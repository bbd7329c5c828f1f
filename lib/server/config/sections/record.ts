import { z } from 'zod';
import { canaryPatterns, farmId, groupPatterns } from './names';
import { unknownMembers } from './rules';

const MAX_FARMS = 100;
const FARMS_RULE = `must be a list of 1 to ${MAX_FARMS} ids of farms`;

/** What the recorder keeps; undefined turns it off. */
export const record = z
  .strictObject(
    {
      profilingGroups: groupPatterns.optional(),
      canaries: canaryPatterns.optional(),
      farms: z.array(farmId, { error: FARMS_RULE }).min(1, FARMS_RULE).max(MAX_FARMS, FARMS_RULE).optional(),
    },
    { error: unknownMembers('profilingGroups, canaries and farms') },
  )
  .refine(
    ({ profilingGroups, canaries, farms }) => profilingGroups ?? canaries ?? farms,
    'must have profilingGroups, canaries or farms',
  )
  .optional();

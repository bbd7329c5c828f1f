import { z } from 'zod';
import { canaryPatterns, farmIds, groupPatterns } from './names';
import { unknownMembers } from './rules';

/** What the recorder keeps; undefined turns it off. */
export const record = z
  .strictObject(
    {
      profilingGroups: groupPatterns.optional(),
      canaries: canaryPatterns.optional(),
      farms: farmIds.optional(),
    },
    { error: unknownMembers('profilingGroups, canaries and farms') },
  )
  .refine(
    ({ profilingGroups, canaries, farms }) => profilingGroups ?? canaries ?? farms,
    'must have profilingGroups, canaries or farms',
  )
  .optional();

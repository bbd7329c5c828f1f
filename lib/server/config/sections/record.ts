import { z } from 'zod';
import { canaryPatterns, groupPatterns } from './names';
import { unknownMembers } from './rules';

/** What the recorder keeps; undefined turns it off. */
export const record = z
  .strictObject(
    { profilingGroups: groupPatterns.optional(), canaries: canaryPatterns.optional() },
    { error: unknownMembers('profilingGroups and canaries') },
  )
  .refine(
    ({ profilingGroups, canaries }) => profilingGroups ?? canaries,
    'must have profilingGroups or canaries',
  )
  .optional();

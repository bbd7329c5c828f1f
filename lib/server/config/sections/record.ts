import { z } from 'zod';
import { hasSubject, subjects } from './names';
import { unknownMembers } from './rules';

/** What the recorder keeps; undefined turns it off. */
export const record = z
  .strictObject(subjects, { error: unknownMembers('profilingGroups, canaries and farms') })
  .refine(...hasSubject)
  .optional();

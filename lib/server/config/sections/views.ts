import { z } from 'zod';
import type { View } from '@/lib/overview/view';
import { MAX_TREND_NAME_LENGTH } from '@/lib/profile/range/trend';
import { canaryPatterns, farmId, groupPatterns } from './names';
import { distinct, text, unknownMembers } from './rules';

const MAX_VIEWS = 100;
const MAX_NAME = 60;

const view = z
  .strictObject(
    {
      name: text(MAX_NAME),
      canaries: canaryPatterns.optional(),
      farm: farmId.optional(),
      profilingGroups: groupPatterns.optional(),
      frame: text(MAX_TREND_NAME_LENGTH).optional(),
    },
    { error: unknownMembers('name, canaries, farm, profilingGroups, and frame if there is one') },
  )
  .refine(
    ({ canaries, farm, profilingGroups }) => canaries ?? farm ?? profilingGroups,
    'must have canaries, a farm or profilingGroups',
  )
  .refine(({ frame, profilingGroups }) => frame === undefined || profilingGroups !== undefined, {
    path: ['frame'],
    message: 'needs profilingGroups in which it is looked for',
  });

const RULE = `must be a list of at most ${MAX_VIEWS} views`;

/** What belongs together on the overview. */
export const views: z.ZodType<View[]> = z
  .array(view, { error: RULE })
  .max(MAX_VIEWS, RULE)
  .superRefine(distinct({ list: 'views', entry: 'view', key: 'name', keyOf: ({ name }) => name }))
  .default([]);

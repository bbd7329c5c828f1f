import { z } from 'zod';
import { FARM_ID } from '@/lib/farm/ids';
import type { View } from '@/lib/overview/view';
import { MAX_TREND_NAME_LENGTH } from '@/lib/profile/range/trend';
import { distinct, text, unknownMembers } from './rules';

const MAX_VIEWS = 100;
const MAX_NAME = 60;
const MAX_PATTERNS = 100;

/** A list of names, or of parts of names with * for any characters. */
function patterns(of: string, characters: RegExp, allowed: string) {
  const listRule = `must be a list of 1 to ${MAX_PATTERNS} names of ${of}`;
  const rule = `must be a name of at most 255 ${allowed}, in which * stands for any of them`;
  return z
    .array(z.string({ error: rule }).regex(characters, rule), { error: listRule })
    .min(1, listRule)
    .max(MAX_PATTERNS, listRule);
}

const view = z
  .strictObject(
    {
      name: text(MAX_NAME),
      canaries: patterns(
        'canaries',
        /^[0-9a-z_*-]{1,255}$/,
        'lower-case letters, digits, _ and -',
      ).optional(),
      farm: z
        .string({ error: 'must be the id of a farm: farm- and 32 hexadecimal digits' })
        .regex(FARM_ID, 'must be the id of a farm: farm- and 32 hexadecimal digits')
        .optional(),
      profilingGroups: patterns('profiling groups', /^[\w*-]{1,255}$/, 'letters, digits, _ and -').optional(),
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

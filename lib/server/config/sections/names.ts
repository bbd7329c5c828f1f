import { z } from 'zod';
import { FARM_ID } from '@/lib/farm/ids';

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

/** Canaries by their names or patterns. */
export const canaryPatterns = patterns(
  'canaries',
  /^[0-9a-z_*-]{1,255}$/,
  'lower-case letters, digits, _ and -',
);

/** Profiling groups by their names or patterns. */
export const groupPatterns = patterns('profiling groups', /^[\w*-]{1,255}$/, 'letters, digits, _ and -');

const FARM_RULE = 'must be the id of a farm: farm- and 32 hexadecimal digits';

/** The id of a farm. */
export const farmId = z.string({ error: FARM_RULE }).regex(FARM_ID, FARM_RULE);

const MAX_FARMS = 100;
const FARMS_RULE = `must be a list of 1 to ${MAX_FARMS} ids of farms`;

const farmIds = z.array(farmId, { error: FARMS_RULE }).min(1, FARMS_RULE).max(MAX_FARMS, FARMS_RULE);

/** What a section is about, of which it names at least one kind. */
export const subjects = {
  profilingGroups: groupPatterns.optional(),
  canaries: canaryPatterns.optional(),
  farms: farmIds.optional(),
};

type Subjects = { [Kind in keyof typeof subjects]?: z.output<(typeof subjects)[Kind]> };

/** Refuses a section without any, for `refine`. */
export const hasSubject = [
  ({ profilingGroups, canaries, farms }: Subjects) => (profilingGroups ?? canaries ?? farms) !== undefined,
  'must have profilingGroups, canaries or farms',
] as const;

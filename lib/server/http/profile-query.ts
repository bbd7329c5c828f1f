import { z } from 'zod';
import { MAX_PREFIX_LENGTH, MAX_PREFIXES } from '@/lib/profile/graph/own-code';
import { MAX_SEARCH_LENGTH } from '@/lib/profile/transform/search';
import { isFunctionPath, isPathKey } from '@/lib/profile/tree/path-key';
import { parseStateChoice, parseStates } from '@/lib/profile/tree/states';
import { COMPARE_UNITS, MAX_HIDDEN, VIEWS } from '@/lib/profile/view/choice';
import { MAX_DEPTH } from '@/lib/profile/view/parse-depth';
import { duration, groupName, instant, oneOf, wholeNumber } from './fields';
import { linkId } from './link-fields';

const DEFAULT_WIDTH = 1600;

/** The parameters of GetProfile. Which of them may be combined is checked by `requestedRange`. */
export const profileQuery = z.object({
  startTime: instant.optional(),
  endTime: instant.optional(),
  period: duration.optional(),
  maxDepth: wholeNumber(1, MAX_DEPTH).optional(),
});

const FRAME_KEY_RULE = 'must be the key of a frame, as in the URL of a profile page, or empty';

/** The focused frame; in an inverted tree, the keys of the functions leading to it. Empty means the whole profile. */
const frameKey = z
  .string({ error: FRAME_KEY_RULE })
  .refine((text) => text === '' || isPathKey(text) || isFunctionPath(text), FRAME_KEY_RULE);

const FUNCTION_KEY_RULE = 'must be the key of a function, as in the URL of a profile page';

const functionKey = z.string({ error: FUNCTION_KEY_RULE }).refine(isPathKey, FUNCTION_KEY_RULE);

const FUNCTIONS_RULE = `must be the keys of at most ${MAX_HIDDEN} functions, separated by commas`;

const functionKeys = z
  .string({ error: FUNCTIONS_RULE })
  .transform((text) => text.split(',', MAX_HIDDEN + 1))
  .refine((keys) => keys.length <= MAX_HIDDEN && keys.every(isPathKey), FUNCTIONS_RULE)
  .transform((keys) => [...new Set(keys)]);

const SEARCH_RULE = `must be at most ${MAX_SEARCH_LENGTH} characters`;

const searchText = z.string({ error: SEARCH_RULE }).max(MAX_SEARCH_LENGTH, SEARCH_RULE);

const DATA_RULE = 'must be cpu, latency, all, or thread states separated by commas';
const MAX_DATA_LENGTH = 2000;

const dataText = z
  .string({ error: DATA_RULE })
  .max(MAX_DATA_LENGTH, DATA_RULE)
  .transform((text, context) => {
    const data = parseStateChoice(text);
    if (data === undefined) context.addIssue(DATA_RULE);
    return data ?? [];
  });

const MAX_STATES = 20;
const STATES_RULE = `must be at most ${MAX_STATES} thread states separated by commas`;

/** Thread states by name, as `dataText` writes them. */
export const threadStates = z
  .string({ error: STATES_RULE })
  .max(MAX_DATA_LENGTH, STATES_RULE)
  .transform((text, context) => {
    const states = parseStates(text);
    if (!states || states.length > MAX_STATES) context.addIssue(STATES_RULE);
    return states ?? [];
  });

/** The requested view of a profile. */
export const frameChoice = {
  data: dataText.optional(),
  focus: frameKey.optional(),
  search: searchText.optional(),
  hidden: functionKeys.optional(),
  collapsed: functionKeys.optional(),
  recursion: oneOf(['folded'] as const).optional(),
};

const PREFIXES_RULE = `must be at most ${MAX_PREFIXES} prefixes of names, each of at most ${MAX_PREFIX_LENGTH} characters, separated by commas`;

const namePrefixes = z
  .string({ error: PREFIXES_RULE })
  .transform((text) => text.split(',', MAX_PREFIXES + 1))
  .refine(
    (prefixes) =>
      prefixes.length <= MAX_PREFIXES && prefixes.every((prefix) => prefix.length <= MAX_PREFIX_LENGTH),
    PREFIXES_RULE,
  );

/** The requested view of a profile, and its width. */
export const viewChoice = {
  ...frameChoice,
  width: wholeNumber(50, 8000).default(DEFAULT_WIDTH),
  view: oneOf(VIEWS).default('overview'),
  inspected: functionKey.optional(),
  side: oneOf(['callers'] as const).optional(),
  chains: oneOf(['folded'] as const).optional(),
  mine: namePrefixes.optional(),
};

/** The other profile of a comparison. */
export const baselineQuery = {
  baselineGroup: groupName.optional(),
  baselineStartTime: instant.optional(),
  baselineEndTime: instant.optional(),
  baselinePeriod: duration.optional(),
  /** The shared link that keeps it. */
  baselineKept: linkId.optional(),
  unit: oneOf(COMPARE_UNITS).default('share'),
  chance: oneOf(['listed'] as const).optional(),
};

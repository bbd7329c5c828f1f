import { z } from 'zod';
import { isPathKey } from '@/lib/profile/path-key';
import { LONGEST_SEARCH } from '@/lib/profile/search';
import { DATA_CHOICES } from '@/lib/profile/states';
import { duration, instant, oneOf, wholeNumber } from './fields';

/** The parameters of GetProfile as our routes take them. Which may stand together is judged with the ask. */
export const profileQuery = z.object({
  startTime: instant.optional(),
  endTime: instant.optional(),
  period: duration.optional(),
  maxDepth: wholeNumber(1, 10_000).optional(),
});

const FRAME_KEY_RULE = 'must be the key of a frame, as the page of a profile has it, or empty';

/** The frame in focus; empty is the whole profile. */
const frameKey = z
  .string({ error: FRAME_KEY_RULE })
  .refine((text) => text === '' || isPathKey(text), FRAME_KEY_RULE);

const SEARCH_RULE = `must be a text of at most ${LONGEST_SEARCH} characters`;

const searchText = z.string({ error: SEARCH_RULE }).max(LONGEST_SEARCH, SEARCH_RULE);

/** What of a profile is looked at. */
export const frameChoice = {
  data: oneOf(DATA_CHOICES).default('cpu'),
  focus: frameKey.optional(),
  search: searchText.optional(),
};

import { createLoader, createParser, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { unreadParams } from '@/lib/answer/unread-params';
import { depthOf } from '@/lib/profile/depth-of';
import { DATA_CHOICES } from '@/lib/profile/states';
import { rangeSearchParams } from '@/lib/time/search-params';

const parseAsDepth = createParser<number>({
  parse: (text) => {
    const depth = depthOf(text);
    return depth === 'malformed' ? null : depth;
  },
  serialize: String,
});

/** What the URL of a group's page holds beside the time range. */
export const profileSearchParams = {
  data: parseAsStringLiteral(DATA_CHOICES).withDefault('cpu'),
  maxDepth: parseAsDepth,
  latest: parseAsStringLiteral(['PT5M', 'PT1H', 'P1D'] as const),
  focus: parseAsString.withDefault(''),
  search: parseAsString.withDefault(''),
  root: parseAsStringLiteral(['top', 'bottom'] as const).withDefault('top'),
};

const SENTENCES = {
  maxDepth: 'The depth of this link is not a whole number from 1 to 10,000: all frames are shown.',
  data: 'The thread states of this link (data) are not known: CPU is shown.',
  latest: 'The period of this link (latest) is not known: the time range is shown.',
  root: 'Where this link puts the root is not known: it is on top.',
};

/** What of a profile page's URL can't be read, with what is shown instead. */
export const unreadProfileParams = (search: { get(key: string): string | null }) =>
  unreadParams(search, profileSearchParams, SENTENCES);

export const loadProfileSearchParams = createLoader({ ...rangeSearchParams, ...profileSearchParams });

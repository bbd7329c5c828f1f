import { createLoader, createParser, parseAsString, parseAsStringLiteral } from 'nuqs/server';
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

export const loadProfileSearchParams = createLoader({ ...rangeSearchParams, ...profileSearchParams });

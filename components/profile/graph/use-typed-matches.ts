'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { isExpression } from '@/lib/profile/transform/search';
import type { SearchField } from '../request/search-field';
import { searchMatches } from '../request/search-matches';
import type { Picture } from './picture';

const NO_FIELD: Pick<SearchField, 'subscribe' | 'text'> = {
  subscribe: () => () => undefined,
  text: () => '',
};

/** Node → 1 where the text in the search field matches. Without a field, or for an expression, the matches of the picture. */
export function useTypedMatches(
  { tree, matched }: Picture,
  field: SearchField | undefined,
): Uint8Array | undefined {
  const { subscribe, text } = field ?? NO_FIELD;
  const typed = useSyncExternalStore(subscribe, text, text);
  const isText = field !== undefined && !isExpression(typed);
  return useMemo(() => (isText ? searchMatches(tree, typed) : matched), [isText, tree, typed, matched]);
}

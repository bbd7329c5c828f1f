'use client';

import { useCallback, useRef, useState } from 'react';
import type { DrawnMatches } from '@/lib/profile/graph/match-outlines';
import { afterPaint } from '../request/after-paint';
import type { ProfileState } from '../request/use-profile';
import type { ProfilePicture } from '../request/use-profile-picture';
import type { ProfileSettings } from '../settings/profile-settings';
import type { SearchResult } from '../settings/search-result';
import { searchResultOf } from './search-result-of';

/** The result of the typed search, once it is the applied one and answered, and a function that receives the drawn matches from the graph. */
export function useSearchResult(
  state: ProfileState,
  picture: ProfilePicture | undefined,
  { search, view }: Pick<ProfileSettings, 'search' | 'view'>,
  appliedSearch: string,
): [SearchResult | undefined, (drawn: DrawnMatches | undefined) => void] {
  const [drawn, setDrawn] = useState<DrawnMatches>();
  const cancelRef = useRef<() => void>(undefined);
  // Their number is shown only with the answer, and must not delay the matches themselves.
  const onMatches = useCallback((next: DrawnMatches | undefined) => {
    cancelRef.current?.();
    cancelRef.current = afterPaint(() => setDrawn(next));
  }, []);
  const isSearching = search !== appliedSearch || state.isPlaceholder;
  const shown = view === 'functions' ? undefined : drawn;
  return [searchResultOf({ ...state, isSearching }, picture, search, shown), onMatches];
}

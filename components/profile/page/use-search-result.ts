'use client';

import { useState } from 'react';
import type { ProfileState } from '../request/use-profile';
import type { ProfilePicture } from '../request/use-profile-picture';
import type { ProfileSettings } from '../settings/profile-settings';
import type { SearchResult } from '../settings/search-result';
import { searchResultOf } from './search-result-of';

/** The result of the search, and a function that receives the number of drawn matches from the graph. */
export function useSearchResult(
  state: ProfileState,
  picture: ProfilePicture | undefined,
  { search, view }: Pick<ProfileSettings, 'search' | 'view'>,
): [SearchResult | undefined, (count: number | undefined) => void] {
  const [drawnCount, onMatches] = useState<number>();
  const count = view === 'functions' ? undefined : drawnCount;
  return [searchResultOf(state, picture, search, count), onMatches];
}

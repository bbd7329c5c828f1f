'use client';

import { useState } from 'react';
import type { DrawnMatches } from '@/lib/profile/graph/match-outlines';
import type { ProfileState } from '../request/use-profile';
import type { ProfilePicture } from '../request/use-profile-picture';
import type { ProfileSettings } from '../settings/profile-settings';
import type { SearchResult } from '../settings/search-result';
import { searchResultOf } from './search-result-of';

/** The result of the search, and a function that receives the drawn matches from the graph. */
export function useSearchResult(
  state: ProfileState,
  picture: ProfilePicture | undefined,
  { search, view }: Pick<ProfileSettings, 'search' | 'view'>,
): [SearchResult | undefined, (drawn: DrawnMatches | undefined) => void] {
  const [drawn, onMatches] = useState<DrawnMatches>();
  return [searchResultOf(state, picture, search, view === 'functions' ? undefined : drawn), onMatches];
}

import { counted } from '@/lib/answer/counted';
import type { DrawnMatches } from '@/lib/profile/graph/match-outlines';
import { normalizeQuery } from '@/lib/profile/transform/search';
import { sortStates } from '@/lib/profile/tree/states';
import { formatShare } from '../frame-text/format-samples';
import { drawnFrames, drawnFunctions } from '../frame-text/match-counts';
import type { ProfileState } from '../request/use-profile';
import type { ProfilePicture } from '../request/use-profile-picture';
import { NO_MATCH, SEARCHING, type SearchResult } from '../settings/search-result';

const MAX_STATES_LENGTH = 60;

/**
 * Result of the search in the whole profile or its focused frame; undefined without a search. `drawn` are the
 * drawn frames that match, undefined while they are unknown.
 */
export function searchResultOf(
  { profile, view, isSearching }: Pick<ProfileState, 'profile' | 'view'> & { isSearching: boolean },
  picture: Pick<ProfilePicture, 'samples' | 'scope' | 'whole' | 'states'> | undefined,
  search: string,
  drawn?: DrawnMatches,
): SearchResult | undefined {
  if (!profile || !picture || normalizeQuery(search) === '') return undefined;
  if (isSearching) return { text: SEARCHING };
  const { found, focus, searchError } = profile;
  if (searchError !== undefined) return { text: searchError, isError: true };
  if (!found) return undefined;
  const isOfFocus = view === 'overview' && focus !== '';
  if (found.isElsewhere) {
    const states = sortStates(picture.states).join(', ').slice(0, MAX_STATES_LENGTH);
    return { text: `No match has samples in ${states}.`, isElsewhere: true };
  }
  if (found.frames === 0) return { text: isOfFocus ? 'No function in the focused frame matches.' : NO_MATCH };
  const base = isOfFocus ? (picture.samples.total[picture.scope] ?? 0) : picture.whole;
  const share = `${formatShare(found.samples / base)} of ${isOfFocus ? 'the focused frame' : 'all samples'}`;
  const counts = drawn
    ? ` · ${view === 'overview' ? drawnFrames(found, drawn) : drawnFunctions(found, drawn)}`
    : '';
  return { text: `${share} in ${counted(found.functions, 'function')}${counts}` };
}

import { counted } from '@/lib/answer/counted';
import { normalizeQuery } from '@/lib/profile/transform/search';
import { formatShare } from '../graph/format-samples';
import type { ProfileState } from '../request/use-profile';
import type { ProfilePicture } from '../request/use-profile-picture';

/** Result of the search in the whole profile or its focused frame; undefined without a search. */
export function searchResultText(
  { profile, view, isSearching }: Pick<ProfileState, 'profile' | 'view' | 'isSearching'>,
  picture: Pick<ProfilePicture, 'samples' | 'scope' | 'whole'> | undefined,
  search: string,
): string | undefined {
  if (!profile || !picture || normalizeQuery(search) === '') return undefined;
  if (isSearching) return 'Searching';
  const { found, focus } = profile;
  if (!found) return undefined;
  const isOfFocus = view === 'overview' && focus !== '';
  const base = isOfFocus ? (picture.samples.total[picture.scope] ?? 0) : picture.whole;
  return `${formatShare(found.samples / base)}${isOfFocus ? ' of the focused frame' : ''} in ${counted(found.functions, 'function')}`;
}

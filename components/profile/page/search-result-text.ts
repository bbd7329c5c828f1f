import { wantedText } from '@/lib/profile/transform/search';
import { formatCount, formatShare } from '../graph/format-samples';
import type { ScreenProfile } from '../request/use-profile';
import type { ShownProfile } from '../request/use-profile-picture';

/** What a search found in the whole profile or in its focused frame; undefined without a search. */
export function foundWords(
  { found, focus }: ScreenProfile,
  {
    samples,
    subject,
    whole,
    isPart,
  }: Pick<ShownProfile, 'samples' | 'subject' | 'whole'> & { isPart: boolean },
  search: string,
  searching: boolean,
): string | undefined {
  if (wantedText(search) === '') return undefined;
  if (searching) return 'Searching';
  if (!found) return undefined;
  const isOfFocus = isPart && focus !== '';
  const all = isOfFocus ? (samples.total[subject] ?? 0) : whole;
  const functions = `${formatCount(found.functions)} ${found.functions === 1 ? 'function' : 'functions'}`;
  return `${formatShare(found.samples / all)}${isOfFocus ? ' of the focused frame' : ''} in ${functions}`;
}

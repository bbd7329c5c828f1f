import type { ScreenProfile } from '@/lib/profile/pieces';
import { wantedText } from '@/lib/profile/search';
import { formatCount, formatShare } from './format-samples';

/** What a search found in the whole profile or in its focused frame; undefined without a search. */
export function foundWords(
  { found, focus, top, pieces }: ScreenProfile,
  search: string,
  searching: boolean,
): string | undefined {
  if (wantedText(search) === '') return undefined;
  if (searching) return 'Searching';
  if (!found) return undefined;
  const { samples, functions } = found;
  // Which functions the weeks have in common is known only when none was left out.
  const least = pieces > 1 && !top.all ? 'at least ' : '';
  const where = focus === '' ? '' : ' of the focused frame';
  return `${formatShare(samples / top.samples)}${where} in ${least}${formatCount(functions)} ${functions === 1 ? 'function' : 'functions'}`;
}

import { MATCH_FILL, UNMATCHED_FILL } from '@/lib/profile/graph/frame-colour';
import type { FrameFilter } from '@/lib/profile/graph/frame-filter';
import type { FrameGroup } from '@/lib/profile/graph/legend';
import { formatShare } from '../frame-text/format-samples';

/** A CSS colour and its meaning; without a colour samples that no frame shows. */
export type LegendItem = { fill?: string; label: string; share?: string; filter?: FrameFilter };

const MAX_LABEL_LENGTH = 60;

/** A label cut to the length that a legend shows. */
export const shownLabel = (label: string) => label.slice(0, MAX_LABEL_LENGTH);

/** The base of the shares of a legend. */
export const selfBase = (whole: 'profile' | 'focused frame' | 'inspected function') =>
  `Self, share of the ${whole}:`;

/** The legend of a graph: matches and others during a search, otherwise one item for each group of frames. */
export function legendItems(groups: readonly FrameGroup[], isSearched: boolean): LegendItem[] {
  if (isSearched) {
    return [
      { fill: MATCH_FILL, label: 'match' },
      { fill: UNMATCHED_FILL, label: 'no match, or too narrow to tell' },
    ];
  }
  return groups.map(({ shares, ...group }) => ({
    ...group,
    ...(shares && { share: shares.map(formatShare).join(' → ') }),
  }));
}

import { frameFill, MATCH_HUE, UNMATCHED_FILL } from '@/lib/profile/graph/frame-colour';
import type { FrameGroup } from '@/lib/profile/graph/frame-groups';
import { formatShare } from './format-samples';

/** A colour, as CSS, and what it means; the last may be of all the colours that aren't listed. */
export type LegendItem = { fill?: string; label: string; share?: string };

/** What is shown of a label. */
export const shownLabel = (label: string) => label.slice(0, LONGEST_LABEL);

const MOST_LISTED = 8;
const LONGEST_LABEL = 60;

/** What a search found has one colour, and all else another; without one each group of frames has its own. */
export function legendItems(legend: readonly FrameGroup[], isSearched: boolean): LegendItem[] {
  if (isSearched) {
    return [
      { fill: frameFill(MATCH_HUE), label: 'found' },
      { fill: UNMATCHED_FILL, label: 'not found, or too narrow to tell' },
    ];
  }
  const listed = legend.filter(({ share }) => share > 0);
  const others = listed.slice(MOST_LISTED);
  const rest = others.reduce((sum, { share }) => sum + share, 0);
  return [
    ...listed.slice(0, MOST_LISTED).map(({ label, hue, share }) => ({
      fill: frameFill(hue),
      label,
      share: formatShare(share),
    })),
    ...(others.length > 0 ? [{ label: `${others.length} more`, share: formatShare(rest) }] : []),
  ];
}

import { frameFill, MATCH_HUE, UNMATCHED_FILL } from '@/lib/profile/graph/frame-colour';
import type { FrameGroup } from '@/lib/profile/graph/frame-groups';
import { formatShare } from './format-samples';

/** A CSS colour and its meaning; without a colour the rest that isn't listed. */
export type LegendItem = { fill?: string; label: string; share?: string };

const MAX_LISTED = 8;
const MAX_LABEL_LENGTH = 60;

/** A label cut to the length that a legend shows. */
export const shownLabel = (label: string) => label.slice(0, MAX_LABEL_LENGTH);

/** The legend of a graph: matches and others during a search, otherwise one item for each group of frames. */
export function legendItems(legend: readonly FrameGroup[], isSearched: boolean): LegendItem[] {
  if (isSearched) {
    return [
      { fill: frameFill(MATCH_HUE), label: 'match' },
      { fill: UNMATCHED_FILL, label: 'no match, or too narrow to tell' },
    ];
  }
  const listed = legend.filter(({ share }) => share > 0);
  const others = listed.slice(MAX_LISTED);
  const rest = others.reduce((sum, { share }) => sum + share, 0);
  return [
    ...listed.slice(0, MAX_LISTED).map(({ label, hue, share }) => ({
      fill: frameFill(hue),
      label,
      share: formatShare(share),
    })),
    ...(others.length > 0 ? [{ label: `${others.length} more`, share: formatShare(rest) }] : []),
  ];
}

import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { MATCH_FILL, UNMATCHED_FILL } from '@/lib/profile/graph/frame-colour';
import type { FrameStyle } from '@/lib/profile/graph/frame-shapes';
import { MIN_LABEL_PX } from '@/lib/profile/graph/frame-size';
import { isMatch } from '@/lib/profile/graph/match-outlines';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { blockLabel } from '../../frame-text/block-text';
import { ROOT_LABEL } from '../../frame-text/frame-facts';

/** Longer than any frame is wide; a name can be a megabyte. */
const MAX_LABEL_LENGTH = 300;

export type SearchFills = {
  /** Node → 1 where the search matches; undefined without a search. */
  matched: Uint8Array | undefined;
  /** Matches keep their fill; only the others fade. */
  keepsFill?: boolean;
};

export type FrameStyleOptions = SearchFills & {
  /** Fill of a node as CSS. */
  fillOf(node: number): string;
};

/** CSS fills of the frames in a graph `px` wide, and labels of those that are wide enough. */
export const frameStyles = (
  tree: CallTree,
  frames: readonly DrawnFrame[],
  { fillOf, px, ...search }: FrameStyleOptions & { px: number },
): readonly FrameStyle[] => searchedStyles(frames, plainStyles(tree, frames, { fillOf, px }), search);

/** The styles without a search. They stay while a search changes, because parsing names takes time. */
export function plainStyles(
  tree: CallTree,
  frames: readonly DrawnFrame[],
  { fillOf, px }: Pick<FrameStyleOptions, 'fillOf'> & { px: number },
): readonly FrameStyle[] {
  const labels = new Map<number, string>();
  const labelOf = (node: number) => {
    if (node === 0) return ROOT_LABEL;
    const name = tree.name[node] ?? 0;
    const label = labels.get(name) ?? parseFrame(tree.names[name] ?? '').label.slice(0, MAX_LABEL_LENGTH);
    labels.set(name, label);
    return label;
  };
  return frames.map(({ node, block, width }) => {
    const isLabelled = width * px > MIN_LABEL_PX;
    if (block) return { label: isLabelled ? blockLabel(block) : '', fill: UNMATCHED_FILL };
    return { label: isLabelled ? labelOf(node) : '', fill: fillOf(node) };
  });
}

/** The styles with the fills of a search. */
export function searchedStyles(
  frames: readonly DrawnFrame[],
  styles: readonly FrameStyle[],
  search: SearchFills,
): readonly FrameStyle[] {
  if (!search.matched) return styles;
  return styles.map((style, index) => ({ ...style, fill: searchedFill(frames[index], style.fill, search) }));
}

/** The fill of a frame during a search, and otherwise its own. */
export function searchedFill(
  frame: DrawnFrame | undefined,
  fill: string,
  { matched, keepsFill = false }: SearchFills,
): string {
  if (!matched) return fill;
  if (!frame || !isMatch(frame, matched)) return UNMATCHED_FILL;
  return keepsFill ? fill : MATCH_FILL;
}

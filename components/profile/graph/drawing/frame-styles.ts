import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { MATCH_FILL, UNMATCHED_FILL } from '@/lib/profile/graph/frame-colour';
import type { FrameStyle } from '@/lib/profile/graph/frame-shapes';
import { MIN_LABEL_PX } from '@/lib/profile/graph/frame-size';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { blockLabel } from '../../frame-text/block-text';
import { ROOT_LABEL } from '../../frame-text/frame-facts';

/** Longer than any frame is wide; a name can be a megabyte. */
const MAX_LABEL_LENGTH = 300;

export type FrameStyleOptions = {
  /** Fill of a node as CSS. */
  fillOf(node: number): string;
  /** Node → 1 where the search matches; undefined without a search. */
  matched: Uint8Array | undefined;
  /** Matches keep their fill; only the others fade. */
  keepsFill?: boolean;
};

/** CSS fills of the frames in a graph `px` wide, and labels of those that are wide enough: parsing names takes time. */
export function frameStyles(
  tree: CallTree,
  frames: readonly DrawnFrame[],
  { fillOf, matched, px, keepsFill = false }: FrameStyleOptions & { px: number },
): FrameStyle[] {
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
    const isMatch = matched?.[node] === 1;
    const fill = matched && !(isMatch && keepsFill) ? (isMatch ? MATCH_FILL : UNMATCHED_FILL) : fillOf(node);
    return { label: isLabelled ? labelOf(node) : '', fill };
  });
}

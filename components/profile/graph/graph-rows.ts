import { estimatedRowCount } from '@/lib/profile/graph/fold-frames';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import { hasMinimapRoom, MINIMAP_PX } from './graph-size';
import type { Picture } from './picture';

/**
 * Rows of a graph by its width: up to 1,000 px, up to 1,400 px, wider. Few steps, because the server knows no width: its style
 * sheet chooses among them, so that the static graph reserves the same room as the interactive one. No width has more rows than
 * its step.
 */
export type RowSteps = readonly [narrow: number, medium: number, wide: number];

/** Any graph's data has all frames that are a pixel wide at this width. */
const STEPS_PX = [1000, 1400, 1600] as const;

/** The rows of a picture, with one for blocks at the end of the deepest stack. */
export function rowSteps({ tree, samples, focus }: Pick<Picture, 'tree' | 'samples' | 'focus'>): RowSteps {
  const rowsAt = (px: number) => 1 + estimatedRowCount(tree, samples.total, focus, px);
  const [narrow, medium, wide] = STEPS_PX;
  return [rowsAt(narrow), rowsAt(medium), rowsAt(wide)];
}

/** The rows of a graph so wide. */
export function rowsAt([narrow, medium, wide]: RowSteps, px: number): number {
  if (px > STEPS_PX[1]) return wide;
  return px > STEPS_PX[0] ? medium : narrow;
}

/** The rows of the higher of two graphs at each width. */
export const higherRows = (a: RowSteps, b: RowSteps): RowSteps => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.max(a[2], b[2]),
];

/** Width next to a graph that a minimap takes: none if the rows fit into the view, or the graph is narrow. */
export const minimapRoom = (rows: RowSteps, px: number, viewHeight: number): number =>
  hasMinimapRoom(px) && rowsAt(rows, px) * ROW_PX > viewHeight ? MINIMAP_PX : 0;

import type { DrawnFrame } from './fold-frames';
import { MIN_LABEL_PX, ROW_PX } from './frame-size';

/** A frame as it looks: its label, and its fill as CSS. */
export type FrameStyle = { label: string; fill: string };

/** A label; `x` and `width` are fractions of the graph's width, rows count from the top. */
type ShapeLabel = { text: string; x: number; width: number; row: number };

/** A graph as few shapes: all frames of one fill are one path, in pixels. */
export type FrameShapes = { height: number; paths: { fill: string; d: string }[]; labels: ShapeLabel[] };

/**
 * What is drawn of frames in a graph `px` wide. A browser takes four times as long to draw 600 frames as elements of
 * their own. Frames' rows count from the root, which may be at the bottom.
 */
export function frameShapes(
  frames: readonly DrawnFrame[],
  looks: readonly FrameStyle[],
  { px, rootOnTop }: { px: number; rootOnTop: boolean },
): FrameShapes {
  const rows = rowCount(frames);
  const paths = new Map<string, string[]>();
  const labels: ShapeLabel[] = [];
  for (const [index, { x, width, row }] of frames.entries()) {
    const { label, fill } = looks[index] ?? { label: '', fill: '' };
    const down = rootOnTop ? row : rows - 1 - row;
    const path = paths.get(fill) ?? [];
    paths.set(fill, path);
    path.push(`M${tenths(x * px)} ${down * ROW_PX}h${tenths(width * px)}v${ROW_PX}h${tenths(-width * px)}z`);
    if (width * px >= MIN_LABEL_PX) labels.push({ text: label, x, width, row: down });
  }
  return {
    height: rows * ROW_PX,
    paths: [...paths].map(([fill, parts]) => ({ fill, d: parts.join('') })),
    labels,
  };
}

/** How many rows frames fill. */
export const rowCount = (frames: readonly DrawnFrame[]) =>
  1 + frames.reduce((most, { row }) => Math.max(most, row), 0);

const tenths = (px: number) => Number(px.toFixed(1)).toString();

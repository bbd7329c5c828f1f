import type { DrawnFrame } from './drawn-frame';
import { MIN_LABEL_PX, ROW_PX } from './frame-size';

/** `fill` is CSS. */
export type FrameStyle = { label: string; fill: string };

/** `x` and `width` are fractions of the graph's width; rows count from the top. */
type ShapeLabel = { text: string; x: number; width: number; row: number };

/** A graph with one path for all frames of a fill, in pixels. */
export type FrameShapes = { height: number; paths: { fill: string; d: string }[]; labels: ShapeLabel[] };

/**
 * Shapes of frames in a graph `px` wide, because a browser draws 600 frames four times faster as paths than as elements. Rows of
 * frames count from the root, which may be at the bottom.
 */
export function frameShapes(
  frames: readonly DrawnFrame[],
  styles: readonly FrameStyle[],
  { px, rootOnTop }: { px: number; rootOnTop: boolean },
): FrameShapes {
  const rows = rowCount(frames);
  const paths = new Map<string, string[]>();
  const labels: ShapeLabel[] = [];
  for (const [index, { x, width, row }] of frames.entries()) {
    const { label, fill } = styles[index] ?? { label: '', fill: '' };
    const rowFromTop = rootOnTop ? row : rows - 1 - row;
    const path = paths.get(fill) ?? [];
    paths.set(fill, path);
    path.push(
      `M${tenths(x * px)} ${rowFromTop * ROW_PX}h${tenths(width * px)}v${ROW_PX}h${tenths(-width * px)}z`,
    );
    if (width * px >= MIN_LABEL_PX) labels.push({ text: label, x, width, row: rowFromTop });
  }
  return {
    height: rows * ROW_PX,
    paths: [...paths].map(([fill, parts]) => ({ fill, d: parts.join('') })),
    labels,
  };
}

export const rowCount = (frames: readonly DrawnFrame[]) =>
  1 + frames.reduce((last, { row }) => Math.max(last, row), 0);

const tenths = (px: number) => Number(px.toFixed(1)).toString();

import type { DrawnFrame } from './drawn-frame';
import { INK_HEIGHT_PX, inkWidth, MIN_LABEL_PX, ROW_PX } from './frame-size';

/** `fill` is CSS. */
export type FrameStyle = { label: string; fill: string };

/** `x` and `width` are fractions of the graph's width; rows count from the top. */
type ShapeLabel = { text: string; x: number; width: number; row: number };

/** A graph with one path for all frames of a fill and a band of rows, in pixels. */
export type FrameShapes = {
  height: number;
  paths: { key: string; fill: string; d: string }[];
  labels: ShapeLabel[];
};

/** A browser skips paths outside the view, so that a deep graph is split into bands. */
const ROWS_PER_BAND = 100;

/** Frames of this width are drawn twice where rounding could leave them out. */
const ROUNDING_PX = 0.01;

export type Drawing = {
  px: number;
  rootOnTop: boolean;
  /** Omits the frames that are wide enough for a label, because something else draws them. */
  isNarrowOnly?: boolean;
  hasLabels?: boolean;
  /** Rows of the whole graph, if the frames aren't all. */
  rows?: number;
};

/**
 * Shapes of frames in a graph `px` wide, because a browser draws 600 frames four times faster as paths than as elements. Rows of
 * frames count from the root, which may be at the bottom.
 */
export function frameShapes(
  frames: readonly DrawnFrame[],
  styles: readonly FrameStyle[],
  { px, rootOnTop, isNarrowOnly = false, hasLabels = !isNarrowOnly, rows = rowCount(frames) }: Drawing,
): FrameShapes {
  /** Fill → band of rows → its frames. */
  const paths = new Map<string, string[]>();
  const labels: ShapeLabel[] = [];
  for (const [index, { x, width, row }] of frames.entries()) {
    if (isNarrowOnly && width * px > MIN_LABEL_PX + ROUNDING_PX) continue;
    const { label, fill } = styles[index] ?? { label: '', fill: '' };
    const rowFromTop = rootOnTop ? row : rows - 1 - row;
    let bands = paths.get(fill);
    if (!bands) {
      bands = [];
      paths.set(fill, bands);
    }
    const band = Math.floor(rowFromTop / ROWS_PER_BAND);
    const ink = rounded(inkWidth(width * px));
    bands[band] =
      `${bands[band] ?? ''}M${rounded(x * px)} ${rowFromTop * ROW_PX}h${ink}v${INK_HEIGHT_PX}h-${ink}z`;
    if (hasLabels && width * px > MIN_LABEL_PX) labels.push({ text: label, x, width, row: rowFromTop });
  }
  return {
    height: rows * ROW_PX,
    paths: [...paths].flatMap(([fill, bands]) =>
      bands.flatMap((d, band) => (d ? [{ key: `${band} ${fill}`, fill, d }] : [])),
    ),
    labels,
  };
}

export const rowCount = (frames: readonly DrawnFrame[]) =>
  1 + frames.reduce((last, { row }) => Math.max(last, row), 0);

const rounded = (px: number) => Math.round(px * 20) / 20;

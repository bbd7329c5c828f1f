import type { DrawnFrame } from './fold';

/** A frame as it looks: its label, and its fill as CSS. */
type FrameLook = { label: string; fill: string };

export type StillLabel = { text: string; x: number; width: number; row: number };

/** A graph as few shapes: all frames of one fill are one path, in thousandths of the width and pixels from the top. */
export type Still = { rows: number; paths: { fill: string; d: string }[]; labels: StillLabel[] };

/** Fractions of the width from which on a frame is wide enough for a label. */
const LABELLED = 0.03;

/** Lays out drawn frames, `rowPx` high. Rows count from the root, which may be at the bottom. */
export function stillOf(
  frames: readonly DrawnFrame[],
  looks: readonly FrameLook[],
  { rowPx, rootOnTop }: { rowPx: number; rootOnTop: boolean },
): Still {
  const rows = 1 + frames.reduce((most, { row }) => Math.max(most, row), 0);
  const paths = new Map<string, string[]>();
  const labels: StillLabel[] = [];
  for (const [index, { x, width, row, folded }] of frames.entries()) {
    const { label, fill } = looks[index] ?? { label: '', fill: '' };
    const down = rootOnTop ? row : rows - 1 - row;
    const path = paths.get(fill) ?? [];
    paths.set(fill, path);
    path.push(`M${short(x)} ${down * rowPx}h${short(width)}v${rowPx}h${short(-width)}z`);
    if (width >= LABELLED && folded === 0) labels.push({ text: label, x, width, row: down });
  }
  return { rows, paths: [...paths].map(([fill, parts]) => ({ fill, d: parts.join('') })), labels };
}

const short = (part: number) => Number((part * 1000).toFixed(1)).toString();

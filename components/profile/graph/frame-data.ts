import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import type { FrameStyle } from '@/lib/profile/graph/frame-shapes';
import { MIN_LABEL_PX } from '@/lib/profile/graph/frame-size';

/** Input of d3-flame-graph for one frame. */
export type FrameDatum = FrameStyle & { value: number; children: FrameDatum[] };

/** Rows that are drawn: from `from` up to, but not including, `to`. */
export type RowWindow = { from: number; to: number };

/** Narrower gaps are due to rounding; fractions of the width. */
const ROUNDING = 1e-9;

const EMPTY: Omit<FrameDatum, 'value' | 'children'> = { label: '', fill: 'none' };

/**
 * The boxes of some rows as input of d3-flame-graph. It puts siblings side by side without gaps, so that fillers take the place
 * of whatever is too narrow for a box. If the rows don't start at the root, an invisible frame stands for the rows above.
 */
export function frameData(
  frames: readonly DrawnFrame[],
  styles: readonly FrameStyle[],
  px: number,
  { from, to }: RowWindow = { from: 0, to: Number.POSITIVE_INFINITY },
): FrameDatum {
  const above: FrameDatum = { ...EMPTY, value: 1, children: [] };
  /** Parent → where its next child would be put. */
  const ends = new Map<FrameDatum, number>([[above, 0]]);
  const data: FrameDatum[] = [];
  // Too narrow for a label, so that no filler is drawn.
  const maxFiller = MIN_LABEL_PX / px / 2;
  for (const [index, { parent, row, x, width }] of frames.entries()) {
    if (row < from || row >= to) continue;
    const datum = { ...(styles[index] ?? EMPTY), value: width, children: [] };
    data[index] = datum;
    const siblings = data[parent] ?? above;
    for (let gap = x - (ends.get(siblings) ?? x); gap > ROUNDING; gap -= maxFiller) {
      siblings.children.push({ ...EMPTY, value: Math.min(gap, maxFiller), children: [] });
    }
    siblings.children.push(datum);
    ends.set(siblings, x + width);
    ends.set(datum, x);
  }
  return from === 0 ? (data[0] ?? above) : above;
}

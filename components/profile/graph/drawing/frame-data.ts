import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import type { FrameStyle } from '@/lib/profile/graph/frame-shapes';
import { MIN_LABEL_PX } from '@/lib/profile/graph/frame-size';

/** Input of d3-flame-graph for one frame. */
export type FrameDatum = FrameStyle & {
  /** Place among all frames; undefined for a filler. */
  index?: number;
  value: number;
  children: FrameDatum[];
};

/** Rows that are drawn: from `from` up to, but not including, `to`. */
export type RowWindow = { from: number; to: number };

/** Narrower gaps are due to rounding; fractions of the width. */
const ROUNDING = 1e-9;

const box = (label: string, fill: string, value: number): FrameDatum => ({
  label,
  fill,
  value,
  children: [],
});

const filler = (value: number) => box('', 'none', value);

/**
 * The boxes of some rows as input of d3-flame-graph. It puts siblings side by side without gaps, so that fillers take the place
 * of whatever is too narrow for a box. If the rows don't start at the root, an invisible frame stands for the rows above. Frames
 * below one that is too narrow for a label are left out: they are as narrow, and the package passes over all frames many times.
 */
export function frameData(
  frames: readonly DrawnFrame[],
  styles: readonly FrameStyle[],
  px: number,
  { from, to }: RowWindow = { from: 0, to: Number.POSITIVE_INFINITY },
): FrameDatum {
  const top = filler(1);
  /** Where the next child of `top` would be put, and of each box. */
  let endOfTop = 0;
  const ends = new Float64Array(frames.length);
  const data: (FrameDatum | undefined)[] = [];
  // Too narrow for a label, so that no filler is drawn.
  const maxFiller = MIN_LABEL_PX / px / 2;
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index];
    if (!frame || frame.row < from || frame.row >= to) continue;
    const { parent, x, width } = frame;
    const above = frames[parent];
    if (above && above.row >= from && above.width * px <= MIN_LABEL_PX) continue;
    const style = styles[index];
    const datum = { ...box(style?.label ?? '', style?.fill ?? 'none', width), index };
    data[index] = datum;
    ends[index] = x;
    const around = data[parent];
    const { children } = around ?? top;
    let gap = x - (around ? (ends[parent] ?? x) : endOfTop);
    for (; gap > ROUNDING; gap -= maxFiller) children.push(filler(Math.min(gap, maxFiller)));
    children.push(datum);
    if (around) ends[parent] = x + width;
    else endOfTop = x + width;
  }
  return from === 0 ? (data[0] ?? top) : top;
}

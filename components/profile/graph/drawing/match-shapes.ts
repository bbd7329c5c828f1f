import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import {
  type Drawing,
  type FrameShapes,
  type FrameStyle,
  frameShapes,
} from '@/lib/profile/graph/frame-shapes';
import { isMatch } from '@/lib/profile/graph/match-outlines';
import { type SearchFills, searchedFill } from './frame-styles';

/** The frames that a search matches with their styles, picked once for everything that shows them; undefined without a search. */
export function foundFrames(
  frames: readonly DrawnFrame[],
  styles: readonly FrameStyle[],
  matched: Uint8Array | undefined,
): { frames: DrawnFrame[]; styles: FrameStyle[] } | undefined {
  if (!matched) return undefined;
  const found: { frames: DrawnFrame[]; styles: FrameStyle[] } = { frames: [], styles: [] };
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index];
    const style = styles[index];
    if (!frame || !style || !isMatch(frame, matched)) continue;
    found.frames.push(frame);
    found.styles.push(style);
  }
  return found;
}

/** Shapes of the found frames, to be drawn over those of all frames. */
export function matchShapes(
  frames: readonly DrawnFrame[],
  styles: readonly FrameStyle[],
  search: SearchFills,
  drawing: Drawing & { rows: number },
): FrameShapes {
  const matchStyles = styles.map(({ fill }, index) => ({
    label: '',
    fill: searchedFill(frames[index], fill, search),
  }));
  return frameShapes(frames, matchStyles, drawing);
}

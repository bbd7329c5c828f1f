import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { MATCH_FILL } from '@/lib/profile/graph/frame-colour';
import {
  type Drawing,
  type FrameShapes,
  type FrameStyle,
  frameShapes,
} from '@/lib/profile/graph/frame-shapes';
import { isMatch } from '@/lib/profile/graph/match-outlines';

/** Frames that a search matches, and their styles. */
type FoundFrames = { frames: DrawnFrame[]; styles: FrameStyle[] };

/** Picks what a search matches, once for everything that shows it; undefined without a search. */
export function foundFrames(
  frames: readonly DrawnFrame[],
  styles: readonly FrameStyle[],
  matched: Uint8Array | undefined,
): FoundFrames | undefined {
  if (!matched) return undefined;
  const found: FoundFrames = { frames: [], styles: [] };
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
  { frames, styles }: FoundFrames,
  keepsFill: boolean,
  drawing: Drawing & { rows: number },
): FrameShapes {
  const matchStyles = styles.map(({ fill }) => ({ label: '', fill: keepsFill ? fill : MATCH_FILL }));
  return frameShapes(frames, matchStyles, drawing);
}

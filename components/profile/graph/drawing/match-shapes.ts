import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import {
  type Drawing,
  type FrameShapes,
  type FrameStyle,
  frameShapes,
} from '@/lib/profile/graph/frame-shapes';
import { isMatch } from '@/lib/profile/graph/match-outlines';
import { type SearchFills, searchedFill } from './frame-styles';

/** Shapes of the frames that a search matches, to be drawn over those of all frames; undefined without a search. */
export function matchShapes(
  frames: readonly DrawnFrame[],
  styles: readonly FrameStyle[],
  search: SearchFills,
  drawing: Drawing & { rows: number },
): FrameShapes | undefined {
  const { matched } = search;
  if (!matched) return undefined;
  const matches: DrawnFrame[] = [];
  const matchStyles: FrameStyle[] = [];
  for (const [index, frame] of frames.entries()) {
    if (!isMatch(frame, matched)) continue;
    matches.push(frame);
    matchStyles.push({ label: '', fill: searchedFill(frame, styles[index]?.fill ?? '', search) });
  }
  return frameShapes(matches, matchStyles, drawing);
}

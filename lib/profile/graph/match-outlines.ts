import type { CallTree } from '../tree/call-tree';
import type { DrawnFrame } from './drawn-frame';
import type { ColourScheme } from './fill';
import { rowCount } from './frame-shapes';
import { INK_HEIGHT_PX, inkWidth, ROW_PX } from './frame-size';

/** Colours of the line: dark on the light fills of frames, light on the dark ones. */
export const OUTLINE_COLOURS: Record<ColourScheme, string> = { light: '#24148a', dark: '#ffd75e' };

/** Width of the line around a match; it fills a frame of two pixels. */
export const OUTLINE_PX = 1.5;

/** Whether a search matches a box: a frame whose node matches. A block doesn't distinguish its functions. */
export const isMatch = ({ node, block }: DrawnFrame, matched: Uint8Array | undefined): boolean =>
  block === undefined && matched?.[node] === 1;

/** The drawn frames that a search matches, and the names of their functions. */
export type DrawnMatches = { frames: number; names: ReadonlySet<string> };

/** Counts the drawn frames of a tree that a search found. */
export function drawnMatches(
  found: readonly DrawnFrame[],
  { names, name }: Pick<CallTree, 'names' | 'name'>,
): DrawnMatches {
  return { frames: found.length, names: new Set(found.map(({ node }) => names[name[node] ?? 0] ?? '')) };
}

/** The line's own box in the place of a frame, pixels. */
export const outlineBox = ({ left, top, width }: { left: number; top: number; width: number }) => ({
  left: left + OUTLINE_PX / 2,
  top: top + OUTLINE_PX / 2,
  width: Math.max(0.1, inkWidth(width) - OUTLINE_PX),
  height: INK_HEIGHT_PX - OUTLINE_PX,
});

/** Lines just inside the frames that a search matches, as a path in pixels of a graph with `rows`; '' without matches. */
export function matchOutlines(
  frames: readonly DrawnFrame[],
  matched: Uint8Array | undefined,
  { px, rootOnTop, rows = rowCount(frames) }: { px: number; rootOnTop: boolean; rows?: number },
): string {
  if (!matched) return '';
  return frames
    .filter((frame) => isMatch(frame, matched))
    .map(({ x, width, row }) => {
      const top = (rootOnTop ? row : rows - 1 - row) * ROW_PX;
      const box = outlineBox({ left: x * px, top, width: width * px });
      const across = box.width.toFixed(2);
      return `M${box.left.toFixed(2)} ${box.top}h${across}v${box.height}h-${across}z`;
    })
    .join('');
}

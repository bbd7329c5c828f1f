import { counted } from '@/lib/answer/counted';
import type { DrawnMatches } from '@/lib/profile/graph/match-outlines';
import { formatCount } from './format-samples';

/** Matches of a search and how many of them a graph of the call tree draws: `12 matches, 9 drawn`. */
export const drawnFrames = (found: { frames: number }, drawn: DrawnMatches) =>
  `${counted(found.frames, 'match', 'matches')}, ${formatCount(drawn.frames)} drawn`;

/**
 * How many of the functions that a search found a graph draws, and in how many frames: `2 of them drawn, in 9 frames`. A graph
 * that isn't the call tree has other frames, so that only functions can be compared.
 */
export function drawnFunctions(found: { functions: number }, drawn: DrawnMatches): string {
  const shown = Math.min(drawn.names.size, found.functions);
  if (shown === 0) return found.functions === 1 ? 'not drawn' : 'none of them drawn';
  const frames = counted(drawn.frames, 'frame');
  return found.functions === 1 ? `drawn in ${frames}` : `${formatCount(shown)} of them drawn, in ${frames}`;
}

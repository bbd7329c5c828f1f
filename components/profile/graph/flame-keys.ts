import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';

type Direction = 'parent' | 'child' | 'left' | 'right';

/** Which way an arrow key leads, where the root is on top or at the bottom. */
export function directionOf(key: string, rootOnTop: boolean): Direction | undefined {
  switch (key) {
    case 'ArrowLeft':
      return 'left';
    case 'ArrowRight':
      return 'right';
    case 'ArrowUp':
      return rootOnTop ? 'parent' : 'child';
    case 'ArrowDown':
      return rootOnTop ? 'child' : 'parent';
    default:
      return undefined;
  }
}

/** The drawn frame next to one: its parent, its widest child, or the nearest of its row; itself at the edge. */
export function neighbour(frames: readonly DrawnFrame[], at: number, direction: Direction): number {
  const frame = frames[at];
  if (!frame) return 0;
  if (direction === 'parent') return Math.max(0, frame.parent);
  let best = at;
  for (const [index, other] of frames.entries()) {
    const current = frames[best] ?? frame;
    const candidate =
      direction === 'child'
        ? other.parent === at && (best === at || other.width > current.width)
        : other.row === frame.row &&
          (direction === 'right'
            ? other.x > frame.x && (best === at || other.x < current.x)
            : other.x < frame.x && (best === at || other.x > current.x));
    if (candidate) best = index;
  }
  return best;
}

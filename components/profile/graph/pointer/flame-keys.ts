import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';

type Direction = 'parent' | 'child' | 'left' | 'right';

/** Direction of an arrow key in the tree; undefined for other keys. */
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

/** Index of the frame next to the one at `index`: its parent, its widest child or the nearest in its row; itself at the edge. */
export function neighbour(frames: readonly DrawnFrame[], index: number, direction: Direction): number {
  const frame = frames[index];
  if (!frame) return 0;
  if (direction === 'parent') return Math.max(0, frame.parent);
  let best = index;
  for (const [candidate, other] of frames.entries()) {
    const current = frames[best] ?? frame;
    const isBetter =
      direction === 'child'
        ? other.parent === index && (best === index || other.width > current.width)
        : other.row === frame.row &&
          (direction === 'right'
            ? other.x > frame.x && (best === index || other.x < current.x)
            : other.x < frame.x && (best === index || other.x > current.x));
    if (isBetter) best = candidate;
  }
  return best;
}

import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import type { CallTree } from '@/lib/profile/tree/call-tree';

/**
 * The node that a click on a frame zooms into: its own, or the parent for the focused frame. A fold zooms into the frame
 * around it, or into its widest frame if that one is already focused.
 */
export function zoomTarget(tree: CallTree, frames: readonly DrawnFrame[], index: number): number {
  const focus = frames[0]?.node ?? 0;
  const frame = frames[index];
  if (!frame || index === 0) return tree.parent[focus] ?? 0;
  if (frame.folded === 0) return frame.node;
  const around = frames[frame.parent]?.node ?? focus;
  return around === focus ? frame.node : around;
}

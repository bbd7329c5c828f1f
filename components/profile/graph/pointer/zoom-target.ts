import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import type { CallTree } from '@/lib/profile/tree/call-tree';

/** The node to zoom into from a frame: its own, or the parent for the focused frame; from a block the frame around it. */
export function zoomTarget(tree: CallTree, frames: readonly DrawnFrame[], index: number): number {
  const focus = frames[0]?.node ?? 0;
  const frame = frames[index];
  if (!frame || index === 0) return tree.parent[focus] ?? 0;
  return frame.block ? (frames[frame.parent]?.node ?? focus) : frame.node;
}

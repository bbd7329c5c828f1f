import type { Picture } from '../picture';

/** The fills of the frames from the focused one on, except the root, which stands for all samples. */
export function drawnFills(
  pictures: readonly Pick<Picture, 'tree' | 'focus'>[],
  fillOf: (picture: number, node: number) => string,
): Set<string> {
  const fills = new Set<string>();
  for (const [index, { tree, focus }] of pictures.entries()) {
    for (let node = Math.max(1, focus); node < (tree.end[focus] ?? 0); node++) fills.add(fillOf(index, node));
  }
  return fills;
}

import type { CallTree } from '../../tree/call-tree';
import type { SampleColumn } from '../../tree/sample-column';

/** Bytes of all stacks with samples, and of the longest stack, where a frame takes `bytesOf` and a stack `more` beside. */
export function stackSizes(
  { parent }: CallTree,
  samples: SampleColumn,
  bytesOf: (node: number) => number,
  more: number,
): { all: number; longest: number } {
  /** Node → bytes of the frames down to it; the root is no frame of theirs. */
  const down = new Float64Array(parent.length);
  let all = 0;
  let longest = 0;
  for (let node = 0; node < parent.length; node++) {
    const own = (down[parent[node] ?? 0] ?? 0) + bytesOf(node);
    if (node > 0) down[node] = own;
    if (own > longest) longest = own;
    if ((samples[node] ?? 0) > 0) all += own + more;
  }
  return { all, longest };
}

import type { CallTree } from '../../tree/call-tree';
import type { SampleColumn } from '../../tree/sample-column';

/** Sizes of all stacks with samples together and of the longest stack: `bytesOf` per frame, plus `overhead` per stack. */
export function stackSizes(
  { parent }: CallTree,
  samples: SampleColumn,
  bytesOf: (node: number) => number,
  overhead: number,
): { all: number; longest: number } {
  /** Node → bytes of its stack, which the root isn't part of. */
  const stackBytes = new Float64Array(parent.length);
  let all = 0;
  let longest = 0;
  for (let node = 0; node < parent.length; node++) {
    const bytes = (stackBytes[parent[node] ?? 0] ?? 0) + bytesOf(node);
    if (node > 0) stackBytes[node] = bytes;
    if (bytes > longest) longest = bytes;
    if ((samples[node] ?? 0) > 0) all += bytes + overhead;
  }
  return { all, longest };
}

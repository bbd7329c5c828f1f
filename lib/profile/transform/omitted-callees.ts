import type { CallTree } from '../tree/call-tree';
import type { SampleColumn } from '../tree/sample-column';

/** Kept node → its callees with samples that were not kept. */
export function omittedCallees(
  { end }: CallTree,
  cut: CallTree,
  nodes: Uint32Array,
  samples: SampleColumn,
): Uint32Array {
  const omitted = new Uint32Array(nodes.length);
  const add = (index: number, count: number) => {
    omitted[index] = (omitted[index] ?? 0) + count;
  };
  nodes.forEach((node, index) => {
    const past = end[node] ?? 0;
    let callees = 0;
    for (let child = node + 1; child < past; child = end[child] ?? past) {
      if ((samples[child] ?? 0) > 0) callees += 1;
    }
    add(index, callees);
    if (index > 0 && (samples[node] ?? 0) > 0) add(cut.parent[index] ?? 0, -1);
  });
  return omitted;
}

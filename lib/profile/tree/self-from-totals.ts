import type { CallTree } from './call-tree';
import type { SampleColumn } from './sample-column';

/** Node → its total minus its children's, so that samples of omitted frames count as self of the frame above. */
export function selfFromTotals({ parent }: CallTree, total: SampleColumn): Float64Array {
  const self = Float64Array.from(total);
  for (let node = 1; node < self.length; node++) {
    const above = parent[node] ?? 0;
    self[above] = (self[above] ?? 0) - (total[node] ?? 0);
  }
  return self;
}

import { MAX_NARROW, type SampleColumn, withSamples } from './sample-column';

const ROOT = 0;

/** Totals of a column of self samples: every parent stands before its children, so one reverse pass does it. */
export function sumSubtrees(parent: Uint32Array, self: SampleColumn): SampleColumn {
  let total: SampleColumn = self.slice();
  const last = parent.length - 1;
  const left = total instanceof Uint32Array ? sumNarrow(parent, total, last) : last;
  for (let node = left; node > ROOT; node--) {
    const above = parent[node] ?? ROOT;
    total = withSamples(total, above, (total[above] ?? 0) + (total[node] ?? 0));
  }
  return total;
}

/** Adds samples to the parents as long as these have room; gives the node at which one has none, the root when all have. */
function sumNarrow(parent: Uint32Array, total: Uint32Array, last: number): number {
  for (let node = last; node > ROOT; node--) {
    const samples = total[node] ?? 0;
    if (samples === 0) continue;
    const above = parent[node] ?? ROOT;
    const sum = (total[above] ?? 0) + samples;
    if (sum > MAX_NARROW) return node;
    total[above] = sum;
  }
  return ROOT;
}

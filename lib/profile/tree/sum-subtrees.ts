import { MAX_NARROW, type SampleColumn, withSamples } from './sample-column';

const ROOT = 0;

/** Node → total samples, from self samples. One reverse pass, because parents come before their children. */
export function sumSubtrees(parent: Uint32Array, self: SampleColumn): SampleColumn {
  let total: SampleColumn = self.slice();
  const last = parent.length - 1;
  const remaining = total instanceof Uint32Array ? sumNarrow(parent, total, last) : last;
  for (let node = remaining; node > ROOT; node--) {
    const above = parent[node] ?? ROOT;
    total = withSamples(total, above, (total[above] ?? 0) + (total[node] ?? 0));
  }
  return total;
}

/** Adds samples to parents until a sum doesn't fit. Returns the node at which that happened, or the root. */
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

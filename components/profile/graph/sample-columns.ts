import { formatCount, formatShare } from './format-samples';
import type { TreeColumn } from './frame-tree';
import type { Picture } from './picture';

/** Columns for total and self as shares of the profile, and the samples. */
export function sampleColumns({ samples: { total, self }, whole }: Picture): TreeColumn[] {
  return [
    { title: 'Total', of: (node) => formatShare((total[node] ?? 0) / whole) },
    { title: 'Self', of: (node) => formatShare((self[node] ?? 0) / whole) },
    { title: 'Samples', of: (node) => formatCount(total[node] ?? 0) },
  ];
}

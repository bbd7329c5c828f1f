import { formatCount, formatShare } from '../frame-text/format-samples';
import type { Picture } from '../graph/picture';
import { KIND_HINTS } from '../settings/hints';
import type { TreeColumn } from './frame-tree';

/** Columns for total and self as shares of the profile, and the samples. */
export function sampleColumns({ samples: { total, self }, whole }: Picture): TreeColumn[] {
  return [
    {
      title: 'Total, of all samples',
      hint: KIND_HINTS.total,
      of: (node) => formatShare((total[node] ?? 0) / whole),
    },
    {
      title: 'Self, of all samples',
      hint: KIND_HINTS.self,
      of: (node) => formatShare((self[node] ?? 0) / whole),
    },
    { title: 'Samples, total', of: (node) => formatCount(total[node] ?? 0) },
  ];
}

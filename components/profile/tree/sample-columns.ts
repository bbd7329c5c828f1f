import { costOfShare, type ProfileCost } from '@/lib/profile/view/frame-cost';
import { costCell, costTimeText } from '../cost/cost-text';
import { formatCount, formatShare } from '../frame-text/format-samples';
import type { Picture } from '../graph/picture';
import { COST_TIMES } from '../settings/cost-params';
import { KIND_HINTS } from '../settings/hints';
import type { TreeColumn } from './frame-tree';

/** Columns for total and self as shares of the profile, and the samples. */
export function sampleColumns({ samples: { total, self }, whole, cost }: Picture): TreeColumn[] {
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
    ...(cost ? costColumns(cost, (node) => (total[node] ?? 0) / whole) : []),
  ];
}

/** The cost of each frame's total. */
const costColumns = (cost: ProfileCost, shareOf: (node: number) => number): TreeColumn[] =>
  COST_TIMES.map((time) => ({
    title: `Total cost, US $ ${costTimeText(time, cost.ms)}`,
    of: (node) => costCell(costOfShare(shareOf(node), cost), time),
  }));

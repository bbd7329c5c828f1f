import { legendGroups } from '@/lib/profile/graph/legend';
import type { ComparedView } from '@/lib/profile/view/view';
import { formatShare } from '../graph/format-samples';
import type { LegendItem } from '../graph/legend-items';

/** Packages with their self on both sides, in the colours that they have on the comparison's own page. */
export function packageLegend({ self, slots }: Pick<ComparedView, 'self' | 'slots'>): LegendItem[] {
  const options = { colours: 'package', mine: [], slots, drawn: new Set<string>() } as const;
  const [before, after] = [self.baseline, self.comparison].map((sums) =>
    legendGroups(sums, options).filter(({ fill }) => fill !== undefined),
  );
  return [];
}

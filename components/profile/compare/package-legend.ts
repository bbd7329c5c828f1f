import { OTHER_FILL, packageFill } from '@/lib/profile/graph/frame-colour';
import { packageFilter } from '@/lib/profile/graph/frame-filter';
import type { SelfSums } from '@/lib/profile/graph/self-sums';
import type { ComparedView } from '@/lib/profile/view/view';
import { formatShare } from '../frame-text/format-samples';
import type { LegendItem } from '../legend/legend-items';

/** What the shares in a legend of packages are. */
export const packageBase = ({ focus }: Pick<ComparedView, 'focus'>) =>
  `Self, share of the ${focus === '' ? 'profile' : 'focused frame'}, baseline → comparison:`;

/** Packages with their self on both sides, in the colours of the comparison's own page, the heaviest there first. */
export function packageLegend({ self, slots }: Pick<ComparedView, 'self' | 'slots'>): LegendItem[] {
  const { baseline, comparison } = self;
  const group = (name: string, samplesOf: (sums: SelfSums) => number) => ({
    label: name === '' ? 'no package' : name,
    fill: packageFill(name, slots),
    filter: packageFilter(name),
    sides: [baseline, comparison].map((sums) => (sums.samples > 0 ? samplesOf(sums) / sums.samples : 0)),
  });
  const coloured = slots
    .map((name, slot) => group(name, (sums) => (name === '' ? 0 : (sums.slots[slot] ?? 0))))
    .concat(group('', ({ unpackaged }) => unpackaged))
    .sort((a, b) => (b.sides[1] ?? 0) - (a.sides[1] ?? 0) || (b.sides[0] ?? 0) - (a.sides[0] ?? 0));
  const others = group('', (sums) => sums.others.samples);
  const rest = { ...others, label: 'other packages', fill: OTHER_FILL, filter: undefined };
  return [...coloured, rest]
    .filter(({ sides }) => sides.some((share) => share > 0))
    .map(({ label, fill, filter, sides }) => ({
      ...{ label, fill, share: sides.map(formatShare).join(' → ') },
      ...(filter && { filter }),
    }));
}

import { frameFills } from '@/lib/profile/graph/frame-fills';
import { legendGroups } from '@/lib/profile/graph/legend';
import type { ComparedView } from '@/lib/profile/view/view';
import { cutLabel, type MaxDepth } from '../frame-text/deeper-text';
import { drawnFills } from '../graph/drawing/drawn-fills';
import type { Picture } from '../graph/picture';
import { type LegendItem, legendItems } from '../legend/legend-items';

/** The base of the shares in a legend of packages. */
export const packageBase = ({ focus }: Pick<ComparedView, 'focus'>) =>
  `Self, share of the ${focus === '' ? 'profile' : 'focused frame'}, baseline → comparison:`;

/** The packages of both sides with their self, in the colours of the comparison's own page. */
export function packageLegend(
  { self, slots, deeper }: Pick<ComparedView, 'self' | 'slots'> & MaxDepth,
  picture: Pick<Picture, 'tree' | 'focus'>,
): LegendItem[] {
  const options = { colours: 'package', mine: [], slots, cutLabel: cutLabel(deeper) } as const;
  const fillOf = frameFills(picture.tree, { ...options, states: [] });
  const drawn = drawnFills([picture], (_, node) => fillOf(node));
  const groups = legendGroups([self.baseline, self.comparison], { ...options, drawn });
  // Folded frames of more than one package have no colour and no self of their own here.
  const packages = groups.filter(({ shares }) => shares !== undefined);
  return legendItems(packages, false);
}

import { CHANCE_FILL, CHANGE_LABELS, CHANGES, changeFill } from '@/lib/profile/graph/change-colour';
import type { LegendItem } from '../legend/legend-items';
import type { CompareSettings } from '../settings/profile-settings';

const STEPS: readonly LegendItem[] = CHANGES.map((step) => ({
  fill: changeFill(step),
  label: CHANGE_LABELS[step],
}));

const WITH_CHANCE: readonly LegendItem[] = [...STEPS, { fill: CHANCE_FILL, label: 'may be chance' }];

/** The legend of a comparison, from the largest decrease to the largest increase, then changes that may be chance unless they are coloured too. */
export const changeLegend = (chance: CompareSettings['chance']): readonly LegendItem[] =>
  chance === 'listed' ? STEPS : WITH_CHANCE;

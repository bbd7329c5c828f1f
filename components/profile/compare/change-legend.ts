import { CHANGE_LABELS, CHANGES, changeFill } from '@/lib/profile/graph/change-colour';
import type { LegendItem } from '../graph/legend-items';

/** The legend of a comparison, from the largest decrease to the largest increase. */
export const CHANGE_LEGEND: readonly LegendItem[] = CHANGES.map((step) => ({
  fill: changeFill(step),
  label: CHANGE_LABELS[step],
}));

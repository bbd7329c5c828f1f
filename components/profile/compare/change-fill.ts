import { CHANCE_FILL, changeFill, changeStep } from '@/lib/profile/graph/change-colour';
import type { CompareSettings } from '../settings/profile-settings';
import { mayBeChance, sidesOf } from './change-sides';
import type { ComparedPicture } from './use-comparison';

/** Fill of a frame by the change of its total. What may be chance is grey, unless it is `listed` in the table too. */
export function pictureFill(
  picture: ComparedPicture,
  node: number,
  chance: CompareSettings['chance'],
): string {
  const { baseline, comparison } = sidesOf(picture.tree, node, 'total');
  const step = changeStep(baseline, comparison);
  const isGrey = step !== 0 && chance !== 'listed';
  return isGrey && mayBeChance(picture, node, 'total') ? CHANCE_FILL : changeFill(step);
}

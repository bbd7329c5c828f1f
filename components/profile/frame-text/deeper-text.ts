import { counted } from '@/lib/answer/counted';
import type { ComparedView, DeeperSamples } from '@/lib/profile/view/view';
import { sidesInWords } from '../compare/format-change';
import { formatShare } from './format-samples';

/** `deeper than 20 frames` */
export const deeperThan = (maxDepth: number) => `deeper than ${counted(maxDepth, 'frame')}`;

/** The maximum depth that a view was cut at, if any. */
export type MaxDepth = { deeper?: { maxDepth: number } | undefined };

/** Label of cut samples in a legend. */
export const cutLabel = (deeper: MaxDepth['deeper']) =>
  deeper ? deeperThan(deeper.maxDepth) : 'deeper frames';

/** How much of a profile a maximum depth cuts off, as a share of all its samples. */
export const deeperText = ({ maxDepth, all }: Omit<DeeperSamples, 'below'>, whole: number) =>
  `${formatShare(all / whole)} of all samples are ${deeperThan(maxDepth)}`;

/** The same for both sides of a comparison in its unit. */
export function comparedDeeperText(
  { maxDepth, ...sides }: Omit<NonNullable<ComparedView['deeper']>, 'below'>,
  unit: ComparedView['unit'],
): string {
  const [before, after] = sidesInWords(sides, unit);
  return `${before} and ${after} are ${deeperThan(maxDepth)}`;
}

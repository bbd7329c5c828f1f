import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { CompareUnit } from '@/lib/profile/view/choice';
import { isWithinSamplingError } from '@/lib/profile/view/sampling-error';
import type { ComparedPicture } from './use-comparison';

export type Sides = { baseline: number; comparison: number };

/** Self or total of a node on both sides, in the unit of the picture. */
export const sidesOf = (tree: CallTree, node: number, kind: 'self' | 'total'): Sides => ({
  baseline: tree[kind][0]?.[node] ?? 0,
  comparison: tree[kind][1]?.[node] ?? 0,
});

/** Converts the values of both sides to a unit. */
export function inUnit(
  { baseline, comparison }: Sides,
  { unit, sides }: Pick<ComparedPicture, 'unit' | 'sides'>,
  target: CompareUnit,
): Sides {
  if (unit === target) return { baseline, comparison };
  const convert = (value: number, whole: number) =>
    target === 'samples' ? Math.round(value * whole) : whole > 0 ? value / whole : 0;
  return {
    baseline: convert(baseline, sides.baseline),
    comparison: convert(comparison, sides.comparison),
  };
}

/** Whether a frame's self or total changed, but not beyond the sampling error. */
export function mayBeChance({ tree, unit, sides }: ComparedPicture, node: number, kind: 'self' | 'total') {
  const { baseline, comparison } = sidesOf(tree, node, kind);
  return baseline !== comparison && isWithinSamplingError(baseline, comparison, unit, sides);
}

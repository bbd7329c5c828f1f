import { comparedCost } from '../cost/compared-cost';
import { formatCostChange } from '../cost/cost-text';
import { KIND_HINTS } from '../settings/hints';
import type { TreeColumn } from '../tree/frame-tree';
import { inUnit, mayBeChance, sidesOf } from './change-sides';
import { formatChange, formatRelative, formatSide, sideBase } from './format-change';
import type { ComparedPicture } from './use-comparison';

/** Columns for a frame's total on both sides and its change. */
export function changeColumns(picture: ComparedPicture): TreeColumn[] {
  const { unit, costs } = picture;
  const sides = (node: number) => sidesOf(picture.tree, node, 'total');
  return [
    {
      title: `Baseline total, ${sideBase(unit)}`,
      hint: KIND_HINTS.total,
      of: (node) => formatSide(sides(node).baseline, unit),
    },
    {
      title: `Comparison total, ${sideBase(unit)}`,
      hint: KIND_HINTS.total,
      of: (node) => formatSide(sides(node).comparison, unit),
    },
    {
      title: unit === 'share' ? 'Change, points' : 'Change, samples',
      of: (node) => formatChange(sides(node).comparison - sides(node).baseline, unit),
    },
    {
      title: 'Relative',
      of: (node) => {
        const relative = formatRelative(sides(node).baseline, sides(node).comparison);
        return mayBeChance(picture, node, 'total') ? `${relative}, may be chance` : relative;
      },
    },
    ...(costs
      ? (['hour', 'year'] as const).map((time) => ({
          title: `Change, cost of ${time === 'hour' ? 'an hour' : 'a year'}`,
          of: (node: number) =>
            formatCostChange(comparedCost(inUnit(sides(node), picture, 'share'), costs).change[time], time),
        }))
      : []),
  ];
}

import { KIND_HINTS } from '../settings/hints';
import type { TreeColumn } from '../tree/frame-tree';
import { mayBeChance, sidesOf } from './change-sides';
import { formatChange, formatRelative, formatSide, sideBase } from './format-change';
import type { ComparedPicture } from './use-comparison';

/** Columns for a frame's total on both sides and its change. */
export function changeColumns(picture: ComparedPicture): TreeColumn[] {
  const { unit } = picture;
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
  ];
}

import type { TreeColumn } from '../tree/frame-tree';
import { sidesOf } from './change-tooltip';
import { formatChange, formatRelative, formatSide } from './format-change';
import type { ComparedPicture } from './use-comparison';

/** Columns for a frame's total on both sides and its change. */
export function changeColumns(picture: ComparedPicture): TreeColumn[] {
  const { unit } = picture;
  const sides = (node: number) => sidesOf(picture.tree, node, 'total');
  return [
    { title: 'Baseline', of: (node) => formatSide(sides(node).baseline, unit) },
    { title: 'Comparison', of: (node) => formatSide(sides(node).comparison, unit) },
    {
      title: 'Change',
      of: (node) => formatChange(sides(node).comparison - sides(node).baseline, unit),
    },
    {
      title: 'Relative',
      of: (node) => formatRelative(sides(node).baseline, sides(node).comparison),
    },
  ];
}

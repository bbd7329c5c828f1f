import { counted } from '@/lib/answer/counted';
import { type Block, type DrawnFrame, functionCount } from '@/lib/profile/graph/drawn-frame';
import type { CompareUnit } from '@/lib/profile/view/choice';
import { deeperThan } from './deeper-text';
import { formatSamples, formatShare } from './format-samples';

type Sized = {
  /** Samples of the whole profile, or both sides of a comparison. */
  whole: number;
  /** Of a comparison. */
  unit?: CompareUnit;
  deeper?: { maxDepth: number } | undefined;
  /** Functions in blocks may be wider than a pixel. */
  isCoarse?: boolean;
};

/** Label of a block: its number of functions. */
export function blockLabel(block: Block): string {
  const count = functionCount(block);
  return count === undefined ? (block.isDeeper ? 'Deeper' : 'Not shown') : counted(count, 'function');
}

/** Describes the functions of a block. */
export function blockTitle(block: Block, { deeper, isCoarse }: Pick<Sized, 'deeper' | 'isCoarse'>): string {
  const count = functionCount(block);
  if (block.isDeeper && deeper) return `Frames ${deeperThan(deeper.maxDepth)}`;
  if (count === undefined) return 'Frames that aren’t shown';
  if (isCoarse) return `${counted(count, 'function')}, not drawn`;
  return count === 1
    ? '1 function, narrower than a pixel'
    : `${counted(count, 'function')}, each narrower than a pixel`;
}

/** Share and samples of a block or a function in it. */
export function sizeText({ whole, unit }: Sized, samples: number): string {
  const share = formatShare(samples / whole);
  if (unit === undefined) return `${share} of all, ${formatSamples(samples)}`;
  const ofBoth = `${share} of both sides together`;
  return unit === 'share' ? ofBoth : `${ofBoth}, ${formatSamples(samples)}`;
}

/** One sentence about a block. */
export const describeBlock = (sized: Sized, { samples }: DrawnFrame, block: Block): string =>
  `${blockTitle(block, sized)}: ${sizeText(sized, samples)}`;

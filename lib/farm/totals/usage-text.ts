import { counted } from '@/lib/answer/counted';
import { formatHours, formatMoney } from '../amounts';
import { usageTypeLabel } from '../labels';
import type { RangeFigures, Usage } from './range-figures';

/** What runtime adds up when rows lack the usage type. */
export const RUNTIME_TEXT = 'Runtime is hours of compute, licences and volumes together';

/**
 * The usage next to compute, in a sentence: `Compute cost $830.10. Not in the compute hours: licence $12.00 for 2,066 h.` Without
 * usage types, what the hours add up.
 */
export function usageText({ byUsage }: Pick<RangeFigures, 'byUsage'>): string {
  if (!byUsage)
    return `${RUNTIME_TEXT}: AWS groups by at most two keys, and none of these is the usage type.`;
  const { compute, others } = byUsage;
  const cost = `Compute cost ${known(compute.costUsd, formatMoney)}.`;
  if (others.length === 0) return `${cost} There is no other usage.`;
  const parts = others.map(
    ({ usageType, ...usage }) =>
      `${usageName(usageType)} ${known(usage.costUsd, formatMoney)} for ${hours(usage)}`,
  );
  return `${cost} Not in the compute hours: ${parts.join(', ')}.`;
}

/** About rows without a sum. */
export const incompleteText = (count: number): string =>
  `AWS sent ${counted(count, 'row')} without a sum of cost or runtime, which add nothing.`;

const hours = ({ runtimeSeconds }: Usage) => known(runtimeSeconds, formatHours);

/** An amount, or that AWS didn't send it. */
const known = (amount: number, format: (amount: number) => string) =>
  Number.isNaN(amount) ? 'unknown' : format(amount);

function usageName(usageType: string): string {
  if (usageType === '') return 'usage without a type';
  const label = usageTypeLabel(usageType);
  return label === usageType ? usageType : label.toLowerCase();
}

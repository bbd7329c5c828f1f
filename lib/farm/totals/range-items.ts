import { formatNumber } from '@/lib/answer/format-number';
import { formatCostPerHour, formatHours, formatMoney, hoursOf } from '../amounts';
import { changeText } from '../compare/change-text';
import type { SummedFigure } from '../covers-text';
import type { RangeFigures } from './range-figures';
import { ratio } from './total-columns';

/** A figure of a whole range. */
export type RangeItem = {
  /** What it is, or the sum that it is. */
  label: string | { sum: SummedFigure };
  title?: string;
  /** Whether it is by the hour of compute. */
  isRate?: boolean;
  /** NaN where it is unknown. */
  amountOf(figures: RangeFigures): number;
  /** With the unit. */
  format(amount: number): string;
};

const COST: RangeItem = {
  label: { sum: 'cost' },
  amountOf: ({ costUsd }) => costUsd,
  format: formatMoney,
};
const COMPUTE: RangeItem[] = [
  {
    label: { sum: 'compute hours' },
    title: 'Hours of the usage type compute alone',
    amountOf: ({ byUsage }) => byUsage?.compute.runtimeSeconds ?? Number.NaN,
    format: formatHours,
  },
  {
    label: 'Compute cost per hour',
    title: 'Cost of compute alone divided by its hours',
    isRate: true,
    amountOf: ({ byUsage }) => perComputeHour(byUsage?.compute.costUsd, byUsage),
    format: formatCostPerHour,
  },
  {
    label: 'All cost per compute hour',
    title: 'Cost of compute, licences and all other usage divided by the hours of compute',
    isRate: true,
    amountOf: ({ costUsd, byUsage }) => perComputeHour(costUsd, byUsage),
    format: formatCostPerHour,
  },
];
const RUNTIME: RangeItem = {
  label: { sum: 'runtime' },
  title: 'Hours of compute, licences and volumes together',
  amountOf: ({ runtimeSeconds }) => runtimeSeconds,
  format: formatHours,
};
const RECORDS: RangeItem = {
  label: 'Usage records',
  amountOf: ({ records }) => records,
  format: (records) => formatNumber(records),
};

/** The figures of a range. Without usage types there are no hours of compute. */
export const rangeItems = (hasCompute: boolean): RangeItem[] => [
  COST,
  ...(hasCompute ? COMPUTE : [RUNTIME]),
  RECORDS,
];

/** A figure in words; `–` where it is unknown. */
export function itemText({ amountOf, format }: RangeItem, figures: RangeFigures): string {
  const amount = amountOf(figures);
  return Number.isNaN(amount) ? '–' : format(amount);
}

/** The change of a figure since an earlier range, in words. */
export function itemChangeText(
  { amountOf, format, isRate }: RangeItem,
  now: RangeFigures,
  earlier: RangeFigures,
): string {
  if (isRate && earlier.byUsage?.compute.runtimeSeconds === 0) return 'no compute hours before';
  return changeText(amountOf(now), amountOf(earlier), format);
}

const perComputeHour = (costUsd: number | undefined, byUsage: RangeFigures['byUsage']) =>
  ratio(costUsd ?? Number.NaN, hoursOf(byUsage?.compute.runtimeSeconds ?? 0));

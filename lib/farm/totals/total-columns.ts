import { hoursOf } from '../amounts';
import { changesOf } from '../compare/changes';
import type { GroupTotals } from '../rows/group-totals';

/**
 * The figures of a group of rows: US dollars, a share of the whole cost, the change of the cost in US dollars and relative to an
 * earlier range, hours, US dollars per hour and per record.
 */
export const TOTALS_COLUMNS = [
  'cost',
  'share',
  'change',
  'growth',
  'hours',
  'rate',
  'average',
  'records',
] as const;
export type TotalsColumn = (typeof TOTALS_COLUMNS)[number];

/** Figures of groups by column, one value a group; NaN where one is unknown or has no meaning. */
export type TotalColumns = Record<TotalsColumn, Float64Array>;

/**
 * The figures of each group. Hours and their rate are of compute alone; without usage types the hours are of all usage together
 * and have no rate. A share of nothing or of a negative whole has no meaning, nor has a rate without hours. Changes are unknown
 * without the totals of an earlier range.
 */
export function totalColumns(totals: GroupTotals, wholeUsd: number, earlier?: GroupTotals): TotalColumns {
  const { costUsd, runtimeSeconds, records, compute } = totals;
  const hours = (compute?.runtimeSeconds ?? runtimeSeconds).map(hoursOf);
  return {
    cost: costUsd,
    share: costUsd.map((cost) => ratio(cost, wholeUsd)),
    ...changesOf(totals, earlier),
    hours,
    rate: hours.map((h, at) => ratio(compute?.costUsd[at] ?? Number.NaN, h)),
    average: costUsd.map((cost, at) => ratio(cost, records[at] ?? 0)),
    records,
  };
}

/** One amount by another; NaN unless the other is positive. */
export const ratio = (amount: number, of: number): number => (of > 0 ? amount / of : Number.NaN);

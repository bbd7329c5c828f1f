import { hoursOf } from '../amounts';
import type { GroupTotals } from '../rows/group-totals';

/** The figures of a group of rows: US dollars, a share of the whole cost, hours, US dollars per hour and per record. */
export const TOTALS_COLUMNS = ['cost', 'share', 'hours', 'rate', 'average', 'records'] as const;
export type TotalsColumn = (typeof TOTALS_COLUMNS)[number];

/** Figures of groups by column, one value a group; NaN where one is unknown or has no meaning. */
export type TotalColumns = Record<TotalsColumn, Float64Array>;

/**
 * The figures of each group. Hours and their rate are of compute alone; without usage types the hours are of all usage together
 * and have no rate. A share of nothing or of a negative whole has no meaning, nor has a rate without hours.
 */
export function totalColumns(totals: GroupTotals, wholeUsd: number): TotalColumns {
  const { costUsd, runtimeSeconds, records, compute } = totals;
  const hours = (compute?.runtimeSeconds ?? runtimeSeconds).map(hoursOf);
  return {
    cost: costUsd,
    share: costUsd.map((cost) => ratio(cost, wholeUsd)),
    hours,
    rate: hours.map((h, at) => ratio(compute?.costUsd[at] ?? Number.NaN, h)),
    average: costUsd.map((cost, at) => ratio(cost, records[at] ?? 0)),
    records,
  };
}

/** One amount by another; NaN unless the other is positive. */
export const ratio = (amount: number, of: number): number => (of > 0 ? amount / of : Number.NaN);

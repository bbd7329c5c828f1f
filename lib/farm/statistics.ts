import type { Measure } from './amounts';
import type { SessionStatistics, Statistic, Stats } from './session-statistics';

/** The member of a row with a statistic. */
export const MEMBERS = { SUM: 'sum', MIN: 'min', MAX: 'max', AVG: 'avg' } as const satisfies Record<
  Statistic,
  keyof Stats
>;

/** Whether amounts may be stacked. */
export const isAdditive = (statistic: Statistic) => statistic === 'SUM';

/** One statistic of one row in US dollars or seconds; undefined if it was not requested. */
export const amountOf = (row: SessionStatistics, measure: Measure, statistic: Statistic) =>
  row[measure][MEMBERS[statistic]];

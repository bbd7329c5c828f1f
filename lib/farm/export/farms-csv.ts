import { type CsvCell, csvRecord } from '@/lib/download/csv';
import type { BudgetUse } from '../all/budget-use';
import type { FarmSummary } from '../all/farm-summary';
import { hoursOf } from '../amounts';
import type { Farm } from '../session-statistics';
import type { RangeFigures } from '../totals/range-figures';

/** A farm and what is known of its costs. */
export type ListedFarm = {
  farm: Farm;
  summary?: FarmSummary;
  /** Of the earlier period. */
  before?: RangeFigures;
  budgets: BudgetUse | undefined;
};

const HEADINGS = [
  ...['Farm', 'Farm id', 'All of its cost', 'Cost, US $', 'Cost of the earlier period, US $'],
  ...['Compute, hours', 'Records', 'Fullest budget, % used'],
];

/** Farms as records of a CSV file. What isn't known of a farm is empty. */
export function* farmsCsv(farms: readonly ListedFarm[]): Generator<string> {
  yield csvRecord(HEADINGS);
  for (const { farm, summary, before, budgets } of farms) {
    const { costUsd, records, byUsage } = summary?.figures ?? {};
    const share = budgets?.fullest?.share;
    const cells: CsvCell[] = [
      ...[farm.displayName, farm.farmId, summary && (summary.isWhole ? 'yes' : 'no'), costUsd],
      ...[before?.costUsd, byUsage && hoursOf(byUsage.compute.runtimeSeconds), records],
      share === undefined ? undefined : share * 100,
    ];
    yield csvRecord(cells);
  }
}

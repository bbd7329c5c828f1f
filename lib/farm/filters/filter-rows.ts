import type { CostRows } from '../rows/cost-rows';
import type { GroupKey } from '../session-statistics';
import { type Filter, filterIds, filterKeys } from './filter';

/**
 * The rows that have one of the values of each filtered key, by some of their keys: rows that differ only in another key become
 * one. Filters by keys that the rows don't have throw.
 */
export function filterRows(
  rows: CostRows,
  filters: readonly Filter[],
  keys: readonly GroupKey[] = rows.keys,
): CostRows {
  const tests = filterKeys(filters).map((key) => {
    const { ids, index } = rows.valuesOf(key);
    const wanted = new Set(filterIds(filters, key));
    return { index, isWanted: Uint8Array.from(ids, (id) => Number(wanted.has(id))) };
  });
  return rows.part(keys, (row) => tests.every(({ index, isWanted }) => isWanted[index[row] ?? 0] === 1));
}

import { KEY_MEMBERS } from '../key-members';
import { type KeyedRow, labelOf, type Names } from '../names';
import { nameKey } from '../naming/plain-name';
import type { GroupKey } from '../session-statistics';
import type { CostRows } from './cost-rows';

/** Those of some rows in which the name or the id of a key contains a text, in any case and width of its letters. */
export function findRows(
  some: Uint32Array,
  rows: CostRows,
  keys: readonly GroupKey[],
  names: Names,
  text: string,
): Uint32Array {
  const wanted = nameKey(text.trim());
  if (wanted === '') return some;
  const columns = keys.map((key) => {
    const { ids, index } = rows.valuesOf(key);
    return { index, found: Uint8Array.from(ids, (id) => (hasText(rows, key, id, names, wanted) ? 1 : 0)) };
  });
  return some.filter((row) => columns.some(({ index, found }) => found[index[row] ?? -1] === 1));
}

function hasText(rows: CostRows, key: GroupKey, id: string, names: Names, wanted: string): boolean {
  const jobName = key === 'JOB_ID' ? rows.jobNames.get(id) : undefined;
  const row: KeyedRow = { [KEY_MEMBERS[key]]: id, ...(jobName && { jobName }) };
  return id.toLowerCase().includes(wanted) || nameKey(labelOf(row, key, names).name).includes(wanted);
}

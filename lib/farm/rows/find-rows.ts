import { KEY_MEMBERS } from '../key-members';
import { type KeyedRow, labelOf, type Names } from '../names';
import { nameKey } from '../naming/plain-name';
import { searchWords } from '../naming/search-words';
import type { GroupKey } from '../session-statistics';
import type { CostRows } from './cost-rows';

/** Those of some rows in which each word of a text is in the name or id of a key, in any case and width of its letters. */
export function findRows(
  some: Uint32Array,
  rows: CostRows,
  keys: readonly GroupKey[],
  names: Names,
  text: string,
): Uint32Array {
  const words = searchWords(text);
  if (words.length === 0) return some;
  const columns = keys.map((key) => {
    const { ids, index } = rows.valuesOf(key);
    const texts = ids.map((id) => textsOf(rows, key, id, names));
    return {
      index,
      found: words.map((word) =>
        Uint8Array.from(texts, (of) => (of.some((one) => one.includes(word)) ? 1 : 0)),
      ),
    };
  });
  return some.filter((row) =>
    words.every((_, word) => columns.some(({ index, found }) => found[word]?.[index[row] ?? -1] === 1)),
  );
}

/** The id and the name of a key's value, as far as they are searched. */
function textsOf(rows: CostRows, key: GroupKey, id: string, names: Names): string[] {
  const jobName = key === 'JOB_ID' ? rows.jobNames.get(id) : undefined;
  const row: KeyedRow = { [KEY_MEMBERS[key]]: id, ...(jobName && { jobName }) };
  return [id.toLowerCase(), nameKey(labelOf(row, key, names).name)];
}

import { KEY_MEMBERS } from '../key-members';
import { type KeyedRow, type Names, type RowLabel, rowLabel } from '../names';
import { nameKey } from '../naming/plain-name';
import { searchWords } from '../naming/search-words';
import type { RowGroups } from '../rows/group-rows';
import type { GroupKey } from '../session-statistics';

/** Returns labels by group. Each is made when it is first needed, since a long table shows only some of its rows. */
export function groupLabels(
  { ids }: RowGroups,
  keys: readonly GroupKey[],
  names: Names,
  jobNames: ReadonlyMap<string, string>,
): (group: number) => RowLabel {
  const labels: (RowLabel | undefined)[] = new Array(ids.length);
  const labelled = (group: number): RowLabel => {
    const row: KeyedRow = {};
    for (const [at, key] of keys.entries()) row[KEY_MEMBERS[key]] = ids[group]?.[at] ?? '';
    const jobName = row.jobId && jobNames.get(row.jobId);
    if (jobName) row.jobName = jobName;
    return rowLabel(row, keys, names);
  };
  return (group) => {
    labels[group] ??= labelled(group);
    return labels[group];
  };
}

/** The groups of which each word of a text is in a name or id, in any case and width of its letters. An empty text finds all. */
export function findGroups(count: number, labelOfGroup: (group: number) => RowLabel, text: string): number[] {
  const words = searchWords(text);
  const all = Array.from({ length: count }, (_, group) => group);
  if (words.length === 0) return all;
  return all.filter((group) => {
    const { name, parts } = labelOfGroup(group);
    const texts = [nameKey(name), ...parts.map(({ id }) => id.toLowerCase())];
    return words.every((word) => texts.some((one) => one.includes(word)));
  });
}

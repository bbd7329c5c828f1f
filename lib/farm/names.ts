import { KEY_MEMBERS } from './key-members';
import { GROUP_KEY_LABELS, usageTypeLabel } from './labels';
import { distinctNames } from './naming/distinct-names';
import { plainName } from './naming/plain-name';
import { userNameOf } from './naming/user-name';
import type { Farm, Fleet, GroupKey, Queue, SessionStatistics } from './session-statistics';
import type { Users } from './users';

/** Display names by the id of a queue, fleet, job or user. Different ids of one kind have names that a reader can tell apart. */
export type Names = ReadonlyMap<string, string>;

/** A row's value under one group key: a unique id, a display name, and a title with the whole id. */
export type Label = { id: string; name: string; title: string };

/** Whether a label names a value by its id or a part of it. */
export const isId = ({ id, title }: Label): boolean => id !== '' && title === id;

/** The jobs and users on a page. */
export type ShownIds = {
  /** Names by the id of a job; undefined where it has none. */
  jobs: ReadonlyMap<string, string | undefined>;
  userIds: Iterable<string>;
};

const named = (id: string, displayName: string) => ({ id, name: plainName(displayName) || id });

/** The names of farms. */
export const namesOfFarms = (farms: readonly Farm[]): Names =>
  distinctNames(farms.map(({ farmId, displayName }) => named(farmId, displayName)));

/** The names of queues and fleets. */
export function namesOf(queues: readonly Queue[], fleets: readonly Fleet[]): Names {
  return new Map([
    ...distinctNames(queues.map(({ queueId, displayName }) => named(queueId, displayName))),
    ...distinctNames(fleets.map(({ fleetId, displayName }) => named(fleetId, displayName))),
  ]);
}

/** The same names, and those of the jobs and users on a page: users as the configuration names them. */
export function withShownNames(names: Names, { jobs, userIds }: ShownIds, users: Users): Names {
  const jobNames = Array.from(jobs, ([id, name]) => ({ id, name: plainName(name ?? '') || id }));
  const userNames = Array.from(userIds, (id) => ({ id, name: users.nameOf(id) ?? userNameOf(id) }));
  return new Map([...names, ...distinctNames(jobNames), ...distinctNames(userNames)]);
}

/** The name of a queue, fleet, job or user; without one, its id or a part of it. */
export const nameOfId = (id: string, names: Names): string => names.get(id) || userNameOf(id);

/** The values of a row's keys. */
export type KeyedRow = Omit<SessionStatistics, 'count' | 'costUsd' | 'runtimeSeconds' | 'from' | 'to'>;

/** The label of a row under a key. */
export function labelOf(row: KeyedRow, key: GroupKey, names: Names): Label {
  const id = row[KEY_MEMBERS[key]] ?? '';
  if (id === '') {
    const name = missingName(row, key);
    return { id, name, title: name };
  }
  if (key === 'USAGE_TYPE') return { id, name: usageTypeLabel(id), title: usageTypeLabel(id) };
  const name = nameOfKey(row, id, key, names);
  return { id, name, title: isPartOf(id, name) ? id : `${name} · ${id}` };
}

function nameOfKey(row: KeyedRow, id: string, key: GroupKey, names: Names): string {
  switch (key) {
    case 'JOB_ID':
      return names.get(id) || plainName(row.jobName ?? '') || id;
    case 'INSTANCE_TYPE':
    case 'LICENSE_PRODUCT':
    case 'TEAM':
      return plainName(id) || id;
    default:
      return nameOfId(id, names);
  }
}

/** Whether a name is the id itself or a part of it. */
const isPartOf = (id: string, name: string) => id.includes(name.replace(/…$/, ''));

/** `No instance type (licences)`: names the kind of usage unless the rows are grouped by usage type. */
function missingName({ usageType, licenseProduct }: KeyedRow, key: GroupKey): string {
  const name = `No ${GROUP_KEY_LABELS[key].toLowerCase()}`;
  if (key !== 'INSTANCE_TYPE' || usageType) return name;
  return `${name} (${licenseProduct ? 'licences' : 'licences, volumes'})`;
}

/** The label of a row under one or two keys, and a label for each key. */
export type RowLabel = Label & { parts: readonly Label[] };

/** The label of a row under one or two keys: `lighting · Compute`. */
export function rowLabel(row: KeyedRow, groupBy: readonly GroupKey[], names: Names): RowLabel {
  const parts = groupBy.map((key) => labelOf(row, key, names));
  return {
    id: JSON.stringify(parts.map(({ id }) => id)),
    name: parts.map(({ name }) => name).join(' · '),
    title: parts.map(({ title }) => title).join('\n'),
    parts,
  };
}

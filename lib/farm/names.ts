import { KEY_MEMBERS } from './key-members';
import { GROUP_KEY_LABELS, usageTypeLabel } from './labels';
import type { Fleet, GroupKey, Queue, SessionStatistics } from './session-statistics';

/** Display names by the id of a queue or fleet. */
export type Names = ReadonlyMap<string, string>;

/** A row's value under one group key: a unique id, a display name, and a title with the whole id. */
export type Label = { id: string; name: string; title: string };

export function namesOf(queues: readonly Queue[], fleets: readonly Fleet[]): Names {
  return new Map([
    ...queues.map(({ queueId, displayName }) => [queueId, displayName] as const),
    ...fleets.map(({ fleetId, displayName }) => [fleetId, displayName] as const),
  ]);
}

/** The name of a queue, fleet, job or user; its id if it has none. */
export const nameOfId = (id: string, names: Names) => names.get(id) || id;

/** The label of a row under a key. Queues and fleets without a known name show their ids. */
export function labelOf(row: SessionStatistics, key: GroupKey, names: Names): Label {
  const id = row[KEY_MEMBERS[key]] ?? '';
  const name = id === '' ? missingName(row, key) : nameOf(row, key, id, names);
  if (key === 'USER_ID' && id !== '') return { id, name, title: id };
  const showsId = id !== '' && id !== name && key !== 'USAGE_TYPE';
  return { id, name, title: showsId ? `${name} · ${id}` : name };
}

function nameOf(row: SessionStatistics, key: GroupKey, id: string, names: Names): string {
  switch (key) {
    case 'QUEUE_ID':
    case 'FLEET_ID':
      return nameOfId(id, names);
    case 'JOB_ID':
      return row.jobName || id;
    case 'USAGE_TYPE':
      return usageTypeLabel(id);
    case 'USER_ID':
      return shortUserId(id);
    default:
      return id;
  }
}

/** `No instance type (licences)`: names the kind of usage unless the rows are grouped by usage type. */
function missingName({ usageType, licenseProduct }: SessionStatistics, key: GroupKey): string {
  const name = `No ${GROUP_KEY_LABELS[key].toLowerCase()}`;
  if (key !== 'INSTANCE_TYPE' || usageType) return name;
  return `${name} (${licenseProduct ? 'licences' : 'licences, volumes'})`;
}

/** `tail`: the ends of the ids, which distinguish equal names. */
export type RowLabel = Label & { tail: string };

/** The label of a row under one or two keys: `lighting · Compute`. */
export function rowLabel(row: SessionStatistics, groupBy: readonly GroupKey[], names: Names): RowLabel {
  const labels = groupBy.map((key) => labelOf(row, key, names));
  return {
    id: JSON.stringify(labels.map(({ id }) => id)),
    name: labels.map(({ name }) => name).join(' · '),
    title: labels.map(({ title }) => title).join('\n'),
    tail: labels.map(({ id }) => `…${id.slice(-6)}`).join(' '),
  };
}

/** User ids have no display names and share the prefix of their directory: the digits after it distinguish them. */
const shortUserId = (id: string) =>
  id.replace(/^(?:[0-9a-f]{10}-)?([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, '$1…');

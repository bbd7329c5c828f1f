import { GROUP_KEY_LABELS, usageTypeLabel } from './labels';
import type { Fleet, GroupKey, Queue, SessionStatistics } from './session-statistics';

/** Display names by the id of a queue or fleet. */
export type Names = ReadonlyMap<string, string>;

/** What a row is grouped by under one key: the id that tells it apart, its name for people, and both in full. */
export type Label = { id: string; name: string; title: string };

const ID_MEMBERS = {
  QUEUE_ID: 'queueId',
  FLEET_ID: 'fleetId',
  JOB_ID: 'jobId',
  USER_ID: 'userId',
  USAGE_TYPE: 'usageType',
  INSTANCE_TYPE: 'instanceType',
  LICENSE_PRODUCT: 'licenseProduct',
} as const satisfies Record<GroupKey, keyof SessionStatistics>;

export function namesOf(queues: readonly Queue[], fleets: readonly Fleet[]): Names {
  return new Map([
    ...queues.map(({ queueId, displayName }) => [queueId, displayName] as const),
    ...fleets.map(({ fleetId, displayName }) => [fleetId, displayName] as const),
  ]);
}

/** The label of a row under a key. Queues and fleets without a known name are called by their ids. */
export function labelOf(row: SessionStatistics, key: GroupKey, names: Names): Label {
  const id = row[ID_MEMBERS[key]] ?? '';
  const name = id === '' ? nameOfNone(row, key) : nameOf(row, key, id, names);
  if (key === 'USER_ID' && id !== '') return { id, name, title: id };
  const hasIdBeside = id !== '' && id !== name && key !== 'USAGE_TYPE';
  return { id, name, title: hasIdBeside ? `${name} · ${id}` : name };
}

function nameOf(row: SessionStatistics, key: GroupKey, id: string, names: Names): string {
  switch (key) {
    case 'QUEUE_ID':
    case 'FLEET_ID':
      return names.get(id) || id;
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

/** `No instance type (licences)`: what kind of usage has none is said where no column of usage types tells it. */
function nameOfNone({ usageType, licenseProduct }: SessionStatistics, key: GroupKey): string {
  const name = `No ${GROUP_KEY_LABELS[key].toLowerCase()}`;
  if (key !== 'INSTANCE_TYPE' || usageType) return name;
  return `${name} (${licenseProduct ? 'licences' : 'licences, volumes'})`;
}

/** `tail` is the ends of the ids, to tell apart what has one name. */
export type RowLabel = Label & { tail: string };

/** The label of a row under one or two keys together: `lighting · Compute`. */
export function rowLabel(row: SessionStatistics, groupBy: readonly GroupKey[], names: Names): RowLabel {
  const labels = groupBy.map((key) => labelOf(row, key, names));
  return {
    id: JSON.stringify(labels.map(({ id }) => id)),
    name: labels.map(({ name }) => name).join(' · '),
    title: labels.map(({ title }) => title).join('\n'),
    tail: labels.map(({ id }) => `…${id.slice(-6)}`).join(' '),
  };
}

/** Users have no names here, and ids of one directory all begin alike: the first digits after that tell them apart. */
const shortUserId = (id: string) =>
  id.replace(/^(?:[0-9a-f]{10}-)?([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, '$1…');

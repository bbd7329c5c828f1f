import type { Fleet, GroupKey, Queue, SessionStatistics } from './session-statistics';
import { GROUP_KEY_WORDS, usageTypeWord } from './words';

/** Display names by the id of a queue or fleet. */
export type Names = ReadonlyMap<string, string>;

/** What a row is grouped by under one key: the id that tells it apart, and its name for people. */
export type Label = { id: string; name: string };

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
  const id = row[ID_MEMBERS[key]];
  if (id === undefined || id === '') return { id: '', name: `No ${GROUP_KEY_WORDS[key].toLowerCase()}` };
  switch (key) {
    case 'QUEUE_ID':
    case 'FLEET_ID':
      return { id, name: names.get(id) || id };
    case 'JOB_ID':
      return { id, name: row.jobName || id };
    case 'USAGE_TYPE':
      return { id, name: usageTypeWord(id) };
    case 'USER_ID':
      return { id, name: shortUserId(id) };
    default:
      return { id, name: id };
  }
}

/**
 * The label of a row under one or two keys together: `lighting · Compute`. `tail` is the ends of the ids, to
 * tell apart what has one name.
 */
export function rowLabel(
  row: SessionStatistics,
  groupBy: readonly GroupKey[],
  names: Names,
): Label & { tail: string } {
  const labels = groupBy.map((key) => labelOf(row, key, names));
  return {
    id: JSON.stringify(labels.map(({ id }) => id)),
    name: labels.map(({ name }) => name).join(' · '),
    tail: labels.map(({ id }) => `…${id.slice(-6)}`).join(' '),
  };
}

/** Users have no names here, and ids of one directory all begin alike: the first digits after that tell them apart. */
const shortUserId = (id: string) =>
  id.replace(/^(?:[0-9a-f]{10}-)?([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, '$1…');

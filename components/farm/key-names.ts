import { GROUP_KEYS, type GroupKey } from '@/lib/farm/session-statistics';

/** The keys as the URL of a farm names them. */
export const KEY_NAMES: Record<GroupKey, string> = {
  QUEUE_ID: 'queue',
  FLEET_ID: 'fleet',
  JOB_ID: 'job',
  USER_ID: 'user',
  USAGE_TYPE: 'usage',
  INSTANCE_TYPE: 'instance',
  LICENSE_PRODUCT: 'licence',
  TEAM: 'team',
};

/** The key of a name; undefined if there is none. */
export const keyOf = (name: string): GroupKey | undefined =>
  GROUP_KEYS.find((key) => KEY_NAMES[key] === name);

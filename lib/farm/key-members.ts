import type { GroupKey, SessionStatistics } from './session-statistics';

/** The member of a row with the value of a key. */
export const KEY_MEMBERS = {
  QUEUE_ID: 'queueId',
  FLEET_ID: 'fleetId',
  JOB_ID: 'jobId',
  USER_ID: 'userId',
  USAGE_TYPE: 'usageType',
  INSTANCE_TYPE: 'instanceType',
  LICENSE_PRODUCT: 'licenseProduct',
  TEAM: 'team',
} as const satisfies Record<GroupKey, keyof SessionStatistics>;

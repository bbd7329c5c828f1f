import type { AggregationPeriod, GroupKey, Statistic } from './session-statistics';

export const GROUP_KEY_LABELS: Record<GroupKey, string> = {
  QUEUE_ID: 'Queue',
  FLEET_ID: 'Fleet',
  JOB_ID: 'Job',
  USER_ID: 'User',
  USAGE_TYPE: 'Usage type',
  INSTANCE_TYPE: 'Instance type',
  LICENSE_PRODUCT: 'Licence product',
  TEAM: 'Team',
};

export const STATISTIC_LABELS: Record<Statistic, string> = {
  SUM: 'Sum',
  MIN: 'Minimum',
  MAX: 'Maximum',
  AVG: 'Average',
};

export const PERIOD_LABELS: Record<AggregationPeriod, string> = {
  HOURLY: 'Hourly',
  DAILY: 'Daily',
  WEEKLY: 'Weekly',
  MONTHLY: 'Monthly',
};

/** One bucket of a period: `Cost per hour`. */
export const PERIOD_UNITS: Record<AggregationPeriod, string> = {
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
};

const USAGE_TYPE_LABELS = new Map([
  ['COMPUTE', 'Compute'],
  ['LICENSE', 'Licence'],
  ['PERSISTENT_VOLUME', 'Persistent volume'],
]);

/** The display name of a usage type; an unknown one as AWS names it. */
export const usageTypeLabel = (usageType: string) => USAGE_TYPE_LABELS.get(usageType) ?? usageType;

/** What the runtime of rows by some keys adds up. */
export const runtimeLabel = (keys: readonly GroupKey[]): string =>
  keys.includes('USAGE_TYPE') ? 'Runtime' : 'Runtime of all usage';

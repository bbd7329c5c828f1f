// Deadline Cloud's session statistics in the domain's terms. Costs in US dollars, runtimes in seconds.

/** The keys by which AWS groups. */
export const AWS_KEYS = [
  'QUEUE_ID',
  'FLEET_ID',
  'JOB_ID',
  'USER_ID',
  'USAGE_TYPE',
  'INSTANCE_TYPE',
  'LICENSE_PRODUCT',
] as const;
export type AwsKey = (typeof AWS_KEYS)[number];

/** The keys by which rows can be grouped: those of AWS, and the team of the user, which the dashboard adds. */
export const GROUP_KEYS = [...AWS_KEYS, 'TEAM'] as const;
export type GroupKey = (typeof GROUP_KEYS)[number];

export const STATISTICS = ['SUM', 'MIN', 'MAX', 'AVG'] as const;
export type Statistic = (typeof STATISTICS)[number];

export const AGGREGATION_PERIODS = ['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY'] as const;
export type AggregationPeriod = (typeof AGGREGATION_PERIODS)[number];

export const AGGREGATION_STATUSES = ['IN_PROGRESS', 'TIMEOUT', 'FAILED', 'COMPLETED'] as const;
export type AggregationStatus = (typeof AGGREGATION_STATUSES)[number];

/** One aggregation to start. Exactly one of queueIds and fleetIds, 1–10 ids. Times in epoch milliseconds. */
export type StatisticsRequest = {
  farmId: string;
  startTime: number;
  endTime: number;
  /** `UTC+05:30`: whole and half hours only. */
  timezone: string;
  period: AggregationPeriod;
  queueIds?: string[];
  fleetIds?: string[];
  groupBy: AwsKey[];
  statistics: Statistic[];
};

export type Stats = { min?: number; max?: number; avg?: number; sum?: number };

/** One row of an aggregation, with the requested keys and statistics only. Buckets are sparse. */
export type SessionStatistics = {
  queueId?: string;
  fleetId?: string;
  jobId?: string;
  jobName?: string;
  userId?: string;
  /** Of the user, as the configuration names it. */
  team?: string;
  usageType?: string;
  licenseProduct?: string;
  instanceType?: string;
  /** Usage records in the row. */
  count: number;
  costUsd: Stats;
  runtimeSeconds: Stats;
  /** The bucket, epoch milliseconds. */
  from: number;
  to: number;
};

export type StatisticsPage = {
  status: AggregationStatus;
  statusMessage?: string;
  rows: SessionStatistics[];
  nextToken?: string;
};

export type Farm = {
  farmId: string;
  displayName: string;
  costScaleFactor?: number;
  description?: string;
  /** Epoch milliseconds. */
  createdAt?: number;
};
export type Queue = { queueId: string; displayName: string; status?: string };
export type Fleet = { fleetId: string; displayName: string; status?: string; workerCount?: number };

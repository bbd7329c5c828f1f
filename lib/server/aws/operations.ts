import { ARTIFACTS_DENIED } from '@/lib/canary/artifacts/run-artifacts';

/** How sentences for viewers name an operation of AWS. */
type Wording = {
  /** The IAM action that it needs. */
  action: string;
  service: 'CodeGuru Profiler' | 'Deadline Cloud' | 'CloudWatch Synthetics' | 'Amazon S3';
  /** Its result, as in "AWS did not return …". */
  subject: string;
  notFound: string;
  /** Replaces the general sentence when AWS throttles it. */
  throttled?: string;
  /** For an optional permission: completes the sentence about it where it is missing, and names the problem. */
  denied?: { hint: string; code: string };
};

const DENIED_ARTIFACTS = {
  hint: 'for the bucket of the artifacts, or open them in the AWS console',
  code: ARTIFACTS_DENIED,
};

export const OPERATIONS = {
  GetProfile: {
    action: 'codeguru-profiler:GetProfile',
    service: 'CodeGuru Profiler',
    subject: 'the profile',
    notFound:
      'No profile in this range, or the profiling group does not exist. Choose another range, or go to the newest profile.',
  },
  ListProfileTimes: {
    action: 'codeguru-profiler:ListProfileTimes',
    service: 'CodeGuru Profiler',
    subject: 'the times of the profiles',
    notFound: 'This profiling group does not exist. It may have been deleted or be in another region.',
  },
  ListProfilingGroups: {
    action: 'codeguru-profiler:ListProfilingGroups',
    service: 'CodeGuru Profiler',
    subject: 'the list of profiling groups',
    notFound: 'CodeGuru Profiler has no profiling groups to list.',
  },
  DescribeProfilingGroup: {
    action: 'codeguru-profiler:DescribeProfilingGroup',
    service: 'CodeGuru Profiler',
    subject: 'the profiling group',
    notFound: 'This profiling group does not exist. It may have been deleted or be in another region.',
  },
  GetRecommendations: {
    action: 'codeguru-profiler:GetRecommendations',
    service: 'CodeGuru Profiler',
    subject: 'recommendations and anomalies',
    notFound: 'No profile in this range, so there are no recommendations.',
  },
  BatchGetFrameMetricData: {
    action: 'codeguru-profiler:BatchGetFrameMetricData',
    service: 'CodeGuru Profiler',
    subject: 'the trend of the function',
    notFound: 'No profile in this range, or the profiling group does not exist.',
  },
  ConfigureAgent: {
    action: 'codeguru-profiler:ConfigureAgent',
    service: 'CodeGuru Profiler',
    subject: 'the configuration of the profiling agent',
    notFound: 'This profiling group does not exist.',
  },
  PostAgentProfile: {
    action: 'codeguru-profiler:PostAgentProfile',
    service: 'CodeGuru Profiler',
    subject: 'a receipt for the profile',
    notFound: 'This profiling group does not exist.',
  },
  ListFarms: {
    action: 'deadline:ListFarms',
    service: 'Deadline Cloud',
    subject: 'the list of farms',
    notFound: 'Deadline Cloud has no farms to list.',
  },
  GetFarm: {
    action: 'deadline:GetFarm',
    service: 'Deadline Cloud',
    subject: 'the farm',
    notFound: 'This farm does not exist. It may have been deleted or be in another region.',
  },
  ListQueues: {
    action: 'deadline:ListQueues',
    service: 'Deadline Cloud',
    subject: 'the list of queues',
    notFound: 'This farm does not exist, so it has no queues. It may have been deleted.',
  },
  ListFleets: {
    action: 'deadline:ListFleets',
    service: 'Deadline Cloud',
    subject: 'the list of fleets',
    notFound: 'This farm does not exist, so it has no fleets. It may have been deleted.',
  },
  BatchGetJob: {
    action: 'deadline:BatchGetJob',
    service: 'Deadline Cloud',
    subject: 'the names of the jobs',
    notFound: 'The farm or the queue of the jobs does not exist. It may have been deleted.',
  },
  ListBudgets: {
    action: 'deadline:ListBudgets',
    service: 'Deadline Cloud',
    subject: 'the list of budgets',
    notFound: 'This farm does not exist, so it has no budgets. It may have been deleted.',
  },
  GetBudget: {
    action: 'deadline:GetBudget',
    service: 'Deadline Cloud',
    subject: 'the budget',
    notFound: 'This budget does not exist. It may have been deleted.',
  },
  StartSessionsStatisticsAggregation: {
    action: 'deadline:StartSessionsStatisticsAggregation',
    service: 'Deadline Cloud',
    subject: 'a new set of statistics',
    notFound: 'The farm or one of the requested queues or fleets does not exist. It may have been deleted.',
    throttled: 'Another aggregation is running on this farm, and Deadline Cloud runs one at a time.',
  },
  GetSessionsStatisticsAggregation: {
    action: 'deadline:GetSessionsStatisticsAggregation',
    service: 'Deadline Cloud',
    subject: 'the statistics',
    notFound: 'These statistics have expired: Deadline Cloud keeps them for one hour. Recalculate them.',
  },
  DescribeCanaries: {
    action: 'synthetics:DescribeCanaries',
    service: 'CloudWatch Synthetics',
    subject: 'the list of canaries',
    notFound: 'CloudWatch Synthetics has no canaries to list.',
  },
  DescribeCanariesLastRun: {
    action: 'synthetics:DescribeCanariesLastRun',
    service: 'CloudWatch Synthetics',
    subject: 'the last runs of the canaries',
    notFound: 'CloudWatch Synthetics has no canaries to list.',
  },
  GetCanary: {
    action: 'synthetics:GetCanary',
    service: 'CloudWatch Synthetics',
    subject: 'the canary',
    notFound: 'This canary does not exist. It may have been deleted or be in another region.',
  },
  StartCanaryDryRun: {
    action: 'synthetics:StartCanaryDryRun',
    service: 'CloudWatch Synthetics',
    subject: 'the dry run',
    notFound: 'This canary does not exist. It may have been deleted or be in another region.',
  },
  GetCanaryRuns: {
    action: 'synthetics:GetCanaryRuns',
    service: 'CloudWatch Synthetics',
    subject: 'the runs of the canary',
    notFound: 'This canary does not exist, so it has no runs. It may have been deleted.',
  },
  ListGroups: {
    action: 'synthetics:ListGroups',
    service: 'CloudWatch Synthetics',
    subject: 'the groups of canaries',
    notFound: 'CloudWatch Synthetics has no groups to list.',
  },
  ListGroupResources: {
    action: 'synthetics:ListGroupResources',
    service: 'CloudWatch Synthetics',
    subject: 'the canaries of a group',
    notFound: 'This group does not exist. It may have been deleted.',
  },
  ListObjectsV2: {
    action: 's3:ListBucket',
    service: 'Amazon S3',
    subject: 'the list of artifacts',
    notFound: 'These artifacts do not exist. They may have been deleted.',
    denied: DENIED_ARTIFACTS,
  },
  GetObject: {
    action: 's3:GetObject',
    service: 'Amazon S3',
    subject: 'the artifact',
    notFound: 'This artifact does not exist. It may have been deleted.',
    denied: DENIED_ARTIFACTS,
  },
  GetKeptObject: {
    action: 's3:GetObject',
    service: 'Amazon S3',
    subject: 'a stored file',
    notFound: 'This stored file does not exist.',
  },
  ListKeptObjects: {
    action: 's3:ListBucket',
    service: 'Amazon S3',
    subject: 'the list of stored files',
    notFound: 'The bucket of the archive does not exist.',
  },
  PutObject: {
    action: 's3:PutObject',
    service: 'Amazon S3',
    subject: 'the confirmation that a file is stored',
    notFound: 'The bucket of the archive does not exist.',
  },
  DeleteObject: {
    action: 's3:DeleteObject',
    service: 'Amazon S3',
    subject: 'the confirmation that a file is deleted',
    notFound: 'The bucket of the archive does not exist.',
  },
} satisfies Record<string, Wording>;

export type OperationName = keyof typeof OPERATIONS;

export const wordingOf = (operation: OperationName): Wording => OPERATIONS[operation];

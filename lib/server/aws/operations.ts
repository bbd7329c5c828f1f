/** How an operation of AWS is spoken of to a viewer. */
type Wording = {
  /** The IAM action that it needs. */
  action: string;
  service: 'CodeGuru Profiler' | 'Deadline Cloud' | 'CloudWatch Synthetics';
  /** What it brings, as in "AWS did not give …". */
  brings: string;
  notFound: string;
  /** Said instead of the general sentence when AWS throttles it. */
  throttled?: string;
};

export const OPERATIONS = {
  GetProfile: {
    action: 'codeguru-profiler:GetProfile',
    service: 'CodeGuru Profiler',
    brings: 'the profile',
    notFound:
      'There is no profile in this time range, or the profiling group does not exist. Choose another range, or go to the newest profile.',
  },
  ListProfileTimes: {
    action: 'codeguru-profiler:ListProfileTimes',
    service: 'CodeGuru Profiler',
    brings: 'the times of the profiles',
    notFound: 'There is no such profiling group. It may have been deleted, or lie in another region.',
  },
  ListProfilingGroups: {
    action: 'codeguru-profiler:ListProfilingGroups',
    service: 'CodeGuru Profiler',
    brings: 'the list of profiling groups',
    notFound: 'CodeGuru Profiler found no profiling groups to list.',
  },
  DescribeProfilingGroup: {
    action: 'codeguru-profiler:DescribeProfilingGroup',
    service: 'CodeGuru Profiler',
    brings: 'the profiling group',
    notFound: 'There is no such profiling group. It may have been deleted, or lie in another region.',
  },
  GetRecommendations: {
    action: 'codeguru-profiler:GetRecommendations',
    service: 'CodeGuru Profiler',
    brings: 'recommendations and anomalies',
    notFound: 'There is no profile in this time range, so there are no recommendations.',
  },
  BatchGetFrameMetricData: {
    action: 'codeguru-profiler:BatchGetFrameMetricData',
    service: 'CodeGuru Profiler',
    brings: 'the trend of the function',
    notFound: 'There is no profile in this time range, or the profiling group does not exist.',
  },
  ConfigureAgent: {
    action: 'codeguru-profiler:ConfigureAgent',
    service: 'CodeGuru Profiler',
    brings: 'the configuration of the profiling agent',
    notFound: 'There is no such profiling group.',
  },
  PostAgentProfile: {
    action: 'codeguru-profiler:PostAgentProfile',
    service: 'CodeGuru Profiler',
    brings: 'a receipt for the profile',
    notFound: 'There is no such profiling group.',
  },
  ListFarms: {
    action: 'deadline:ListFarms',
    service: 'Deadline Cloud',
    brings: 'the list of farms',
    notFound: 'Deadline Cloud found no farms to list.',
  },
  GetFarm: {
    action: 'deadline:GetFarm',
    service: 'Deadline Cloud',
    brings: 'the farm',
    notFound: 'There is no such farm. It may have been deleted, or lie in another region.',
  },
  ListQueues: {
    action: 'deadline:ListQueues',
    service: 'Deadline Cloud',
    brings: 'the list of queues',
    notFound: 'There is no such farm, so there are no queues. It may have been deleted.',
  },
  ListFleets: {
    action: 'deadline:ListFleets',
    service: 'Deadline Cloud',
    brings: 'the list of fleets',
    notFound: 'There is no such farm, so there are no fleets. It may have been deleted.',
  },
  StartSessionsStatisticsAggregation: {
    action: 'deadline:StartSessionsStatisticsAggregation',
    service: 'Deadline Cloud',
    brings: 'a new set of statistics',
    notFound: 'The farm, or one of the queues or fleets asked for, does not exist. It may have been deleted.',
    throttled:
      'Another aggregation is running on this farm, and Deadline Cloud runs one at a time. This one starts when that one has ended.',
  },
  GetSessionsStatisticsAggregation: {
    action: 'deadline:GetSessionsStatisticsAggregation',
    service: 'Deadline Cloud',
    brings: 'the statistics',
    notFound: 'These statistics are gone: Deadline Cloud keeps them for one hour. Ask for them again.',
  },
  DescribeCanaries: {
    action: 'synthetics:DescribeCanaries',
    service: 'CloudWatch Synthetics',
    brings: 'the list of canaries',
    notFound: 'CloudWatch Synthetics found no canaries to list.',
  },
  DescribeCanariesLastRun: {
    action: 'synthetics:DescribeCanariesLastRun',
    service: 'CloudWatch Synthetics',
    brings: 'the last runs of the canaries',
    notFound: 'CloudWatch Synthetics found no canaries to list.',
  },
  GetCanary: {
    action: 'synthetics:GetCanary',
    service: 'CloudWatch Synthetics',
    brings: 'the canary',
    notFound: 'There is no such canary. It may have been deleted, or lie in another region.',
  },
  GetCanaryRuns: {
    action: 'synthetics:GetCanaryRuns',
    service: 'CloudWatch Synthetics',
    brings: 'the runs of the canary',
    notFound: 'There is no such canary, so there are no runs. It may have been deleted.',
  },
} satisfies Record<string, Wording>;

export type OperationName = keyof typeof OPERATIONS;

export const wordingOf = (operation: OperationName): Wording => OPERATIONS[operation];

import { sampleCanaries } from '../sample/canaries/canaries';
import { sampleFarms } from '../sample/farm/sample-farms';
import type { Combinations } from './requests';
import type { KnownValues } from './values';

const FARM = sampleFarms[0]?.farm;

/** Names and ids that exist in a server with sample data, so that a fuzz run gets past the first checks. */
export const knownInSample: KnownValues = new Map([
  ['profilingGroupName', ['triptych-server', 'captured-python-agent', 'fuzz-a', 'fuzz-b']],
  ['startTime', ['2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z']],
  ['endTime', ['2026-11-24T14:30:00Z', '2026-11-24T14:00:00.000Z']],
  ['period', ['PT5M', 'PT1H']],
  ['farmId', [FARM?.farmId ?? '']],
  ['queueId', FARM?.queues.map(({ queueId }) => queueId) ?? []],
  ['fleetId', FARM?.fleets.map(({ fleetId }) => fleetId) ?? []],
  ['name', sampleCanaries.map(({ canary }) => canary.name)],
  ['resourceArn', ['arn:aws:codeguru-profiler:us-east-1:000000000000:profilingGroup/triptych-server']],
]);

const QUEUES = FARM?.queues.map(({ queueId }) => queueId) ?? [];
const HOUR = { startTime: '2026-11-24T13:00:00Z', endTime: '2026-11-24T14:00:00Z' };

/** Members that belong together, by operation, because random ones would seldom make sense. */
export const combinations: Combinations = new Map<string, Record<string, unknown>[]>([
  [
    'GetProfile',
    [
      { ...HOUR, period: undefined },
      { period: 'PT5M', startTime: undefined, endTime: undefined },
    ],
  ],
  ['ListProfileTimes', [{ ...HOUR, nextToken: undefined }]],
  [
    'StartSessionsStatisticsAggregation',
    [
      {
        ...HOUR,
        resourceIds: { queueIds: QUEUES.slice(0, 3) },
        groupBy: ['QUEUE_ID', 'USAGE_TYPE'],
        statistics: ['SUM', 'AVG'],
      },
    ],
  ],
]);

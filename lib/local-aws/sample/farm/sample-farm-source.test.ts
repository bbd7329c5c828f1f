import { DeadlineClient, StartSessionsStatisticsAggregationCommand } from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { USAGE_TYPES } from '../../deadline/statistics/session-records';
import { settledPage } from '../../deadline/statistics/settled-for-test';
import { type StartedForTest, startForTest, TEST_NOW } from '../../started-for-test';
import { sampleFarms } from './sample-farms';
import { sampleDay } from './session-day';

let local: StartedForTest;
let client: DeadlineClient;
beforeAll(async () => {
  local = await startForTest();
  client = new DeadlineClient(local.clientConfig);
});
afterAll(() => local.close());

it('has every sample record of a range that has ended in its statistics', async () => {
  const [studio] = sampleFarms;
  const farmId = studio?.farm.farmId;
  const { aggregationId } = await client.send(
    new StartSessionsStatisticsAggregationCommand({
      farmId,
      resourceIds: { queueIds: studio?.farm.queues.map(({ queueId }) => queueId) ?? [] },
      startTime: new Date(TEST_NOW - 3 * DAY),
      endTime: new Date(TEST_NOW),
      groupBy: ['USAGE_TYPE'],
      period: 'MONTHLY',
      statistics: ['SUM'],
    }),
  );
  const page = await settledPage(client, { farmId, aggregationId });
  const counts = page.statistics?.map(({ usageType, count }) => [usageType, count]);

  const today = Math.floor(TEST_NOW / DAY);
  const records = [3, 2, 1, 0]
    .flatMap((ago) => (studio ? sampleDay(studio, today - ago) : []))
    .filter(({ startedAt, endedAt }) => startedAt >= TEST_NOW - 3 * DAY && endedAt <= TEST_NOW);
  const countOf = (type: string) => records.filter(({ usageType }) => usageType === type).length;
  expect(counts).toEqual(USAGE_TYPES.map((type) => [type, countOf(type)]));
});

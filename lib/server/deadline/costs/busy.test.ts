import { DeadlineClient, StartSessionsStatisticsAggregationCommand } from '@aws-sdk/client-deadline';
import { describe, expect, it } from 'vitest';
import { SECOND } from '@/lib/time/duration';
import { openStudio, recordsOf } from './studio-for-test';

const studio = openStudio();

describe('when somebody else’s aggregation runs', () => {
  it('waits as AWS says, within limits, and shows it', async () => {
    studio.fail('StartSessionsStatisticsAggregation', 'ThrottlingException', 429, 2, { 'retry-after': '7' });
    const { costs, progress } = await studio.ask(studio.query);
    expect(recordsOf(costs)).toBe(300);
    expect(studio.timing.waitedMs.slice(0, 2)).toEqual([7 * SECOND, 7 * SECOND]);
    expect(progress).toContainEqual(expect.objectContaining({ phase: 'busy', retryAfterSeconds: 7 }));
    studio.fail('StartSessionsStatisticsAggregation', 'ThrottlingException', 429, 1, {
      'retry-after': '86400',
    });
    studio.timing.waitedMs.length = 0;
    await studio.ask({ ...studio.query, period: 'HOURLY' });
    expect(studio.timing.waitedMs[0]).toBe(60 * SECOND);
  });

  it('gives up after ten minutes, with AWS’s reason', async () => {
    studio.fail('StartSessionsStatisticsAggregation', 'ThrottlingException', 429, 100, {
      'retry-after': '60',
    });
    const { failure } = await studio.ask(studio.query);
    expect(failure).toMatchObject({
      status: 'PROBLEM',
      problem: { code: 'ThrottlingException', status: 429 },
    });
    expect(studio.timing.waitedMs).toHaveLength(10);
  });

  it('completes after a real one', async () => {
    const client = new DeadlineClient({
      ...{ endpoint: studio.aws.url, disableHostPrefix: true, region: 'us-east-1', maxAttempts: 1 },
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    await client.send(
      new StartSessionsStatisticsAggregationCommand({
        ...{
          farmId: studio.query.farmId,
          groupBy: ['JOB_ID', 'USER_ID'],
          statistics: ['SUM'],
          period: 'HOURLY',
        },
        startTime: new Date(studio.query.from),
        endTime: new Date(studio.query.to),
        resourceIds: { queueIds: studio.query.resources.ids.slice(0, 10) },
      }),
    );
    const { costs } = await studio.ask(studio.query);
    expect(recordsOf(costs)).toBe(300);
  });
});

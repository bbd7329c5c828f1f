import {
  DeadlineClient,
  ListBudgetsCommand,
  StartSessionsStatisticsAggregationCommand,
} from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { type StartedForTest, startForTest, TEST_NOW } from '../../started-for-test';
import { settledPage } from '../statistics/settled-for-test';

describe('ListBudgets', () => {
  let local: StartedForTest;
  let client: DeadlineClient;

  beforeAll(async () => {
    local = await startForTest();
    client = new DeadlineClient(local.clientConfig);
  });
  beforeEach(() => local.clock.set(TEST_NOW));
  afterAll(() => local.close());

  const farm = (n: number) => local.world.farms.farms[n]?.farmId;
  const list = async (change: object = {}) =>
    (await client.send(new ListBudgetsCommand({ farmId: farm(0), ...change }))).budgets ?? [];

  it('lists a budget of the current and one of the previous month for each queue', async () => {
    const budgets = await list();
    expect(budgets.map(({ displayName, status }) => `${displayName}: ${status}`).slice(0, 4)).toEqual([
      'lighting, November 2026: ACTIVE',
      'lighting, October 2026: INACTIVE',
      'fx, November 2026: ACTIVE',
      'fx, October 2026: INACTIVE',
    ]);
    expect(budgets).toHaveLength(12);
    expect(budgets[1]).toEqual({
      budgetId: expect.stringMatching(/^budget-[0-9a-f]{32}$/),
      usageTrackingResource: { queueId: local.world.farms.farms[0]?.queues[0]?.queueId },
      status: 'INACTIVE',
      displayName: 'lighting, October 2026',
      approximateDollarLimit: 5200,
      usages: { approximateDollarUsage: expect.any(Number) },
      createdAt: new Date('2026-10-01T00:00:00Z'),
      createdBy: 'sample-data',
      updatedAt: new Date('2026-11-01T00:00:00Z'),
      updatedBy: 'sample-data',
    });
  });

  it.each([0, 1])('reports the usage that the statistics of farm %i add up to', async (n) => {
    const farmId = farm(n);
    const { aggregationId } = await client.send(
      new StartSessionsStatisticsAggregationCommand({
        farmId,
        resourceIds: { queueIds: local.world.farms.farms[n]?.queues.map(({ queueId }) => queueId) ?? [] },
        startTime: new Date('2026-11-01T00:00:00Z'),
        endTime: new Date(TEST_NOW),
        groupBy: ['QUEUE_ID'],
        period: 'MONTHLY',
        statistics: ['SUM'],
      }),
    );
    const page = await settledPage(client, { farmId, aggregationId });
    const costs = new Map(page.statistics?.map(({ queueId, costInUsd }) => [queueId, costInUsd?.sum ?? 0]));
    const budgets = await list({ farmId, status: 'ACTIVE' });
    expect(budgets).toHaveLength(costs.size);
    for (const { usageTrackingResource, usages } of budgets) {
      const cost = costs.get(usageTrackingResource?.queueId) ?? 0;
      expect(cost).toBeGreaterThan(1);
      expect(usages?.approximateDollarUsage).toBe(Math.round(cost * 100) / 100);
    }
  });

  it('reports growing usage over time, and a new budget with each month', async () => {
    const [now] = await list();
    local.clock.set(TEST_NOW + DAY);
    const [later] = await list();
    expect(later?.budgetId).toBe(now?.budgetId);
    const used = (budget: typeof now) => budget?.usages?.approximateDollarUsage ?? Number.NaN;
    expect(used(later)).toBeGreaterThan(used(now));
    local.clock.set(Date.parse('2026-12-01T02:00:00Z'));
    const [next, last] = await list();
    expect(next?.displayName).toBe('lighting, December 2026');
    expect(used(next)).toBeLessThan(used(now));
    expect(last).toMatchObject({ budgetId: now?.budgetId, status: 'INACTIVE' });
  });

  it('continues after the last budget when a new month replaces some between pages', async () => {
    const page = async (maxResults: number, nextToken?: string) => {
      const answer = await client.send(new ListBudgetsCommand({ farmId: farm(0), maxResults, nextToken }));
      const names = answer.budgets?.map(({ displayName = '' }) => displayName.replace(' 2026', ''));
      return { names, nextToken: answer.nextToken };
    };
    local.clock.set(Date.parse('2026-11-30T22:00:00Z'));
    const afterNovember = await page(3);
    expect(afterNovember.names).toEqual(['lighting, November', 'lighting, October', 'fx, November']);
    const afterOctober = await page(2);
    local.clock.set(Date.parse('2026-12-01T02:00:00Z'));
    expect((await page(3, afterNovember.nextToken)).names).toEqual([
      'comp, December',
      'comp, November',
      'lookdev, December',
    ]);
    expect((await page(2, afterOctober.nextToken)).names).toEqual(['fx, December', 'fx, November']);
  });

  it('filters by status and continues with the next page', async () => {
    expect(await list({ status: 'INACTIVE' })).toHaveLength(6);
    await expect(list({ status: 'SPENT' })).rejects.toMatchObject({ fieldList: [{ name: 'status' }] });
    const page = await client.send(new ListBudgetsCommand({ farmId: farm(0), maxResults: 8 }));
    expect(page.budgets).toHaveLength(8);
    const { nextToken } = page;
    expect(await list({ maxResults: 8, nextToken })).toHaveLength(4);
    await expect(list({ maxResults: 8, nextToken, status: 'ACTIVE' })).rejects.toMatchObject({
      fieldList: [{ name: 'nextToken' }],
    });
  });

  it('reports an unknown farm', async () => {
    await expect(list({ farmId: `farm-${'0'.repeat(32)}` })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      resourceType: 'farm',
    });
  });
});

import { DeadlineClient, GetBudgetCommand, ListBudgetsCommand } from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '../../started-for-test';

describe('GetBudget', () => {
  let local: StartedForTest;
  let client: DeadlineClient;
  let farmId: string | undefined;

  beforeAll(async () => {
    local = await startForTest();
    client = new DeadlineClient(local.clientConfig);
    farmId = local.world.farms.farms[0]?.farmId;
  });
  afterAll(() => local.close());

  const get = (budgetId: string | undefined) => client.send(new GetBudgetCommand({ farmId, budgetId }));

  it('returns the members of ListBudgets, the actions and the schedule', async () => {
    const { budgets = [] } = await client.send(new ListBudgetsCommand({ farmId }));
    for (const listed of budgets) expect(await get(listed.budgetId)).toMatchObject(listed);
    expect(await get(budgets[0]?.budgetId)).toMatchObject({
      description: 'Nothing stops when it is used up.',
      actions: [],
      schedule: {
        fixed: { startTime: new Date('2026-11-01T00:00:00Z'), endTime: new Date('2026-12-01T00:00:00Z') },
      },
    });
    expect((await get(budgets[2]?.budgetId)).actions).toEqual([
      {
        type: 'STOP_SCHEDULING_AND_COMPLETE_TASKS',
        thresholdPercentage: 100,
        description: 'Agreed with the producer of the show.',
      },
    ]);
  });

  it('reports an unknown budget', async () => {
    const budgetId = `budget-${'0'.repeat(32)}`;
    await expect(get(budgetId)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
      resourceType: 'budget',
      resourceId: budgetId,
    });
  });

  it('refuses a malformed id', async () => {
    await expect(get('budget-')).rejects.toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'budgetId', message: 'must be budget- and 32 hex digits' }],
    });
  });
});

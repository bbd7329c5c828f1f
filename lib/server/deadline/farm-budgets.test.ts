import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET as getBudgets } from '@/app/api/farms/[farmId]/budgets/route';
import type { Budget } from '@/lib/farm/budgets/budget';
import { callRoute, pointAt, startTestAws, type TestAws } from '../test-support';

let aws: TestAws;
let farmId: string;

beforeAll(async () => {
  aws = await startTestAws({ sample: true });
  farmId = aws.world.farms.farms[0]?.farmId ?? '';
});
beforeEach(() => pointAt(aws.url));
afterEach(() => aws.world.faults.clear());
afterAll(() => aws.close());

const budgets = () => callRoute(getBudgets, { params: { farmId } });
const denied = { kind: 'exception', code: 'AccessDeniedException', status: 403, message: 'no' } as const;

describe('the budgets of a farm', () => {
  test('come with the active ones first, their schedules and actions', async () => {
    const { status, body } = await budgets();
    expect(status).toBe(200);
    expect(body).toMatchObject({ partial: false, warnings: [] });
    const names = body.data.map(({ displayName, status }: Budget) => `${displayName}: ${status}`);
    expect(names).toHaveLength(12);
    expect(names[0]).toBe('lighting, November 2026: ACTIVE');
    expect(names[6]).toBe('lighting, October 2026: INACTIVE');
    expect(body.data[1]).toEqual({
      budgetId: expect.stringMatching(/^budget-/),
      displayName: 'fx, November 2026',
      status: 'ACTIVE',
      queueId: aws.world.farms.farms[0]?.queues[1]?.queueId,
      limitUsd: 6000,
      usedUsd: expect.any(Number),
      details: {
        description: 'Stops the queue when it is used up.',
        actions: [
          {
            type: 'STOP_SCHEDULING_AND_COMPLETE_TASKS',
            thresholdPercent: 100,
            description: 'Agreed with the producer of the show.',
          },
        ],
        schedule: { from: Date.parse('2026-11-01T00:00:00Z'), to: Date.parse('2026-12-01T00:00:00Z') },
      },
    });
  });

  test('come without the inactive ones, and without requests for them, where only active ones are asked for', async () => {
    aws.world.faults.inject('GetBudget', denied, 100);
    const { body } = await callRoute(getBudgets, { path: '/?details=active', params: { farmId } });
    expect(body.data.map(({ status }: Budget) => status)).toEqual(Array(6).fill('ACTIVE'));
    expect(body.warnings).toEqual([
      expect.stringMatching(/^The schedules and actions of 6 budgets are missing\. AWS denied/),
    ]);
  });

  test('are requested once by everyone who asks within a minute', async () => {
    await Promise.all([budgets(), budgets()]);
    aws.world.faults.inject('ListBudgets', denied, 1);
    expect((await budgets()).status).toBe(200);
    expect(aws.world.faults.remaining('ListBudgets')).toBe(1);
  });

  test('are listed without details where GetBudget is throttled, which is not tried for all of them', async () => {
    const headers = { 'retry-after': '3600' };
    const throttled = { ...denied, code: 'ThrottlingException', status: 429, headers };
    aws.world.faults.inject('GetBudget', throttled, 100);
    const { body } = await budgets();
    expect(body.warnings).toEqual([expect.stringContaining('of 12 budgets are missing')]);
    expect(aws.world.faults.remaining('GetBudget')).toBeGreaterThanOrEqual(96);
  });

  test('are listed without details where GetBudget is denied, which is tried at most four times', async () => {
    aws.world.faults.inject('GetBudget', denied, 100);
    const { status, body } = await budgets();
    expect(status).toBe(200);
    expect(body.partial).toBe(true);
    expect(body.data[0].details).toBeUndefined();
    expect(body.warnings).toEqual([
      'The schedules and actions of 12 budgets are missing. AWS denied deadline:GetBudget. Add it to the IAM policy of the dashboard’s server.',
    ]);
    expect(aws.world.faults.remaining('GetBudget')).toBeGreaterThanOrEqual(96);
  });

  test('come with details for the first hundred only', async () => {
    const budget = {
      usageTrackingResource: {},
      status: 'ACTIVE',
      displayName: 'b',
      approximateDollarLimit: 1,
      usages: { approximateDollarUsage: 0 },
    };
    const listed = Array.from({ length: 101 }, (_, n) => ({ ...budget, budgetId: `budget-${n}` }));
    const details = { ...budget, budgetId: 'budget-0', actions: [], schedule: {} };
    const json = (body: object) =>
      ({ kind: 'text', status: 200, text: JSON.stringify(body), contentType: 'application/json' }) as const;
    aws.world.faults.inject('ListBudgets', json({ budgets: listed }), 1);
    aws.world.faults.inject('GetBudget', json(details), 200);
    const { body } = await budgets();
    expect(aws.world.faults.remaining('GetBudget')).toBe(100);
    expect(body.data.filter((each: Budget) => each.details)).toHaveLength(100);
    expect(body.data[0]).toEqual({
      ...{ budgetId: 'budget-0', displayName: 'b', status: 'ACTIVE', limitUsd: 1, usedUsd: 0 },
      details: { actions: [] },
    });
    expect(body.warnings).toEqual([
      'The schedules and actions of 1 budget are missing. Only those of the first 100 budgets are read.',
    ]);
  });

  test('are refused with the action where ListBudgets is denied', async () => {
    aws.world.faults.inject('ListBudgets', denied, 10);
    const { status, body } = await budgets();
    expect(status).toBe(403);
    expect(body.error.message).toContain('deadline:ListBudgets');
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { GET } from '@/app/api/profiling-groups/[group]/profile/functions/route';
import { ClientForTest } from '@/lib/local-aws/codeguru/client-for-test';
import { callRoute, pointAt } from '../test-support';
import { engine } from './engine/engine';

let aws: ClientForTest<string>;

beforeAll(async () => {
  aws = await ClientForTest.start(({ endpoint }) => endpoint);
  pointAt(aws.client);
  await aws.createGroup('shop');
  await aws.post('shop', '2026-11-24T12:10:00Z', 'main 50\n  parse 10');
});
afterAll(async () => {
  await engine().close();
  await aws.close();
});

const functionsOf = (group: string, hour: number) =>
  callRoute(GET, {
    path: `/?startTime=2026-11-24T${hour}:00:00Z&endTime=2026-11-24T${hour + 1}:00:00Z`,
    params: { group },
  });

it('lists the functions of a profile, and none where the group has no profile', async () => {
  const { status, body } = await functionsOf('shop', 12);
  expect([status, body.data.samples, body.data.functions.length]).toEqual([200, 60, 2]);
  const empty = await functionsOf('shop', 13);
  expect([empty.status, empty.body]).toMatchObject([
    200,
    { data: { group: 'shop', functions: [], isComplete: true, samples: 0 }, partial: false, warnings: [] },
  ]);
});

it('is a problem for a group that doesn’t exist', async () => {
  const { status, body } = await functionsOf('unknown', 12);
  expect([status, body.error.code]).toEqual([404, 'ResourceNotFoundException']);
});

it('is a problem when AWS denies it', async () => {
  const denied = { kind: 'exception', code: 'AccessDeniedException', status: 403, message: '' } as const;
  aws.local.world.faults.inject('GetProfile', denied, 3);
  const { status } = await functionsOf('shop', 14);
  aws.local.world.faults.clear();
  expect(status).toBe(403);
});

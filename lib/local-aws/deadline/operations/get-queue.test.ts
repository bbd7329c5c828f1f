import { DeadlineClient, GetQueueCommand } from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '../../started-for-test';

describe('GetQueue', () => {
  let local: StartedForTest;
  let client: DeadlineClient;
  let farmId: string;
  let queueId: string;

  beforeAll(async () => {
    local = await startForTest();
    client = new DeadlineClient(local.clientConfig);
    const [farm] = local.world.farms.farms;
    farmId = farm?.farmId ?? '';
    queueId = farm?.queues[5]?.queueId ?? '';
  });
  afterAll(() => local.close());

  const get = (change: object = {}) => client.send(new GetQueueCommand({ farmId, queueId, ...change }));

  it('returns the members of ListQueues', async () => {
    const { $metadata, ...queue } = await get();
    expect(queue).toEqual({
      farmId,
      queueId,
      displayName: 'previs',
      status: 'IDLE',
      defaultBudgetAction: 'NONE',
      createdAt: new Date('2025-03-03T09:00:00Z'),
      createdBy: 'sample-data',
    });
  });

  it('reports an unknown queue, and one of another farm', async () => {
    const other = `queue-${'0'.repeat(32)}`;
    const notFound = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } };
    await expect(get({ queueId: other })).rejects.toMatchObject({
      ...notFound,
      resourceType: 'queue',
      resourceId: other,
    });
    const farm = local.world.farms.farms[1]?.farmId;
    await expect(get({ farmId: farm })).rejects.toMatchObject({ ...notFound, resourceType: 'queue' });
    await expect(get({ farmId: `farm-${'0'.repeat(32)}` })).rejects.toMatchObject({
      ...notFound,
      resourceType: 'farm',
    });
  });

  it('refuses malformed ids', async () => {
    await expect(get({ queueId: `queue-${'0'.repeat(31)}\n` })).rejects.toMatchObject({
      name: 'ValidationException',
      reason: 'FIELD_VALIDATION_FAILED',
      fieldList: [{ name: 'queueId', message: 'must be queue- and 32 hex digits' }],
    });
    await expect(get({ queueId: farmId })).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

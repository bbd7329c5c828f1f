import { DeadlineClient, GetFarmCommand, ListFarmsCommand } from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '../../started-for-test';

describe('GetFarm', () => {
  let local: StartedForTest;
  let client: DeadlineClient;

  beforeAll(async () => {
    local = await startForTest();
    client = new DeadlineClient(local.clientConfig);
  });
  afterAll(() => local.close());

  it('reports the cost scale factor, and that the licence prices are illustrative', async () => {
    const { farms } = await client.send(new ListFarmsCommand({}));
    const [studio, small] = await Promise.all(
      (farms ?? []).map(({ farmId }) => client.send(new GetFarmCommand({ farmId }))),
    );
    expect(studio).toMatchObject({
      farmId: farms?.[0]?.farmId,
      displayName: 'Sample farm',
      description: expect.stringContaining('Licence prices are illustrative'),
      createdAt: new Date('2025-03-03T09:00:00Z'),
      createdBy: 'sample-data',
      costScaleFactor: 1,
    });
    expect(studio?.description?.length).toBeLessThanOrEqual(100);
    expect(small?.costScaleFactor).toBe(0.85);
  });

  it('reports an unknown farm', async () => {
    const farmId = `farm-${'0'.repeat(32)}`;
    await expect(client.send(new GetFarmCommand({ farmId }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
      resourceType: 'farm',
      resourceId: farmId,
    });
  });

  it('refuses a malformed id and names the field', async () => {
    await expect(client.send(new GetFarmCommand({ farmId: 'farm-1' }))).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
      reason: 'FIELD_VALIDATION_FAILED',
      fieldList: [{ name: 'farmId', message: 'must be farm- and 32 hex digits' }],
    });
  });
});

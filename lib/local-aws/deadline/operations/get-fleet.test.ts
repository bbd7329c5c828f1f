import { DeadlineClient, GetFleetCommand, ListFleetsCommand } from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '../../started-for-test';

describe('GetFleet', () => {
  let local: StartedForTest;
  let client: DeadlineClient;
  let farmId: string;

  beforeAll(async () => {
    local = await startForTest();
    client = new DeadlineClient(local.clientConfig);
    farmId = local.world.farms.farms[0]?.farmId ?? '';
  });
  afterAll(() => local.close());

  it('returns the members of ListFleets and a role', async () => {
    const { fleets = [] } = await client.send(new ListFleetsCommand({ farmId }));
    expect(fleets).toHaveLength(4);
    for (const listed of fleets) {
      const { $metadata, ...fleet } = await client.send(
        new GetFleetCommand({ farmId, fleetId: listed.fleetId }),
      );
      expect(fleet).toEqual({ ...listed, roleArn: 'arn:aws:iam::000000000000:role/local-aws-fleet' });
    }
  });

  it('reports an unknown fleet', async () => {
    const fleetId = `fleet-${'0'.repeat(32)}`;
    await expect(client.send(new GetFleetCommand({ farmId, fleetId }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
      resourceType: 'fleet',
      resourceId: fleetId,
    });
  });

  it('refuses a malformed id', async () => {
    await expect(client.send(new GetFleetCommand({ farmId, fleetId: 'fleet-A' }))).rejects.toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'fleetId', message: 'must be fleet- and 32 hex digits' }],
    });
  });
});

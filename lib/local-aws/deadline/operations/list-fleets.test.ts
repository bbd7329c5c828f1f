import { DeadlineClient, ListFarmsCommand, ListFleetsCommand } from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '../../started-for-test';
import { pagesAroundImport } from '../import/import-for-test';

describe('ListFleets', () => {
  let local: StartedForTest;
  let client: DeadlineClient;
  let farmId: string | undefined;

  beforeAll(async () => {
    local = await startForTest();
    client = new DeadlineClient(local.clientConfig);
    farmId = (await client.send(new ListFarmsCommand({}))).farms?.[0]?.farmId;
  });
  afterAll(() => local.close());

  const list = async (input: object) =>
    (await client.send(new ListFleetsCommand({ farmId, ...input }))).fleets ?? [];
  const names = async (input: object) => (await list(input)).map(({ displayName }) => displayName);

  it('lists the fleets of a farm with their configuration', async () => {
    const fleets = await list({});
    expect(fleets.map(({ displayName }) => displayName)).toEqual([
      'cpu-render',
      'cpu-high-memory',
      'gpu-a10g',
      'gpu-l4',
    ]);
    expect(fleets[3]).toEqual({
      farmId,
      fleetId: expect.stringMatching(/^fleet-[0-9a-f]{32}$/),
      displayName: 'gpu-l4',
      status: 'ACTIVE',
      autoScalingStatus: 'STEADY',
      targetWorkerCount: 10,
      workerCount: 10,
      minWorkerCount: 0,
      maxWorkerCount: 40,
      configuration: {
        serviceManagedEc2: {
          instanceCapabilities: {
            vCpuCount: { min: 8, max: 16 },
            memoryMiB: { min: 32_768, max: 65_536 },
            osFamily: 'LINUX',
            cpuArchitectureType: 'x86_64',
            acceleratorCapabilities: { selections: [{ name: 'l4' }], count: { min: 1 } },
            allowedInstanceTypes: ['g6.2xlarge', 'g6.4xlarge'],
          },
          instanceMarketOptions: { type: 'on-demand' },
        },
      },
      createdAt: new Date('2025-03-03T09:00:00Z'),
      createdBy: 'sample-data',
    });
  });

  it('filters by display name and status', async () => {
    expect(await names({ displayName: 'gpu-l4', status: 'ACTIVE' })).toEqual(['gpu-l4']);
    expect(await names({ displayName: 'gpu-l4', status: 'SUSPENDED' })).toEqual([]);
    expect(await names({ displayName: 'gpu' })).toEqual([]);
    await expect(names({ displayName: 'n'.repeat(101) })).rejects.toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'displayName' }],
    });
  });

  it('continues after the last fleet when others are added between pages', async () => {
    const places = (...names: string[]) => names.map((fleet) => ({ fleet }));
    const pages = await pagesAroundImport(
      [places('b', 'c', 'e'), places('a', 'd')],
      async (own, farmId, nextToken) => {
        const page = await own.send(new ListFleetsCommand({ farmId, maxResults: 2, nextToken }));
        return { names: page.fleets?.map(({ displayName }) => displayName), nextToken: page.nextToken };
      },
    );
    expect(pages.map(({ names }) => names)).toEqual([
      ['b', 'c'],
      ['d', 'e'],
    ]);
    expect(pages[1]?.nextToken).toBeUndefined();
  });

  it('continues with the next page', async () => {
    const page = await client.send(new ListFleetsCommand({ farmId, maxResults: 3 }));
    expect(await names({ maxResults: 3, nextToken: page.nextToken })).toEqual(['gpu-l4']);
  });

  it('reports an unknown farm', async () => {
    await expect(names({ farmId: `farm-${'0'.repeat(32)}` })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });
});

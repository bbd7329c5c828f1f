import { DeadlineClient, ListFarmsCommand, ListQueuesCommand } from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '../../started-for-test';
import { pagesAroundImport } from '../import/import-for-test';

describe('ListQueues', () => {
  let local: StartedForTest;
  let client: DeadlineClient;
  let farmId: string | undefined;

  beforeAll(async () => {
    local = await startForTest();
    client = new DeadlineClient(local.clientConfig);
    farmId = (await client.send(new ListFarmsCommand({}))).farms?.[0]?.farmId;
  });
  afterAll(() => local.close());

  const names = async (input: object) =>
    (await client.send(new ListQueuesCommand({ farmId, ...input }))).queues?.map(
      (queue) => queue.displayName,
    );

  it('lists the queues of a farm', async () => {
    expect(await names({})).toEqual(['lighting', 'fx', 'comp', 'lookdev', 'layout', 'previs']);
    const { queues } = await client.send(new ListQueuesCommand({ farmId, maxResults: 1 }));
    expect(queues?.[0]).toEqual({
      farmId,
      queueId: expect.stringMatching(/^queue-[0-9a-f]{32}$/),
      displayName: 'lighting',
      status: 'SCHEDULING',
      defaultBudgetAction: 'NONE',
      createdAt: new Date('2025-03-03T09:00:00Z'),
      createdBy: 'sample-data',
    });
  });

  it('filters by status', async () => {
    expect(await names({ status: 'IDLE' })).toEqual(['previs']);
    expect(await names({ status: 'SCHEDULING_BLOCKED' })).toEqual([]);
    await expect(names({ status: 'ACTIVE' })).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('continues after the last queue when others are added between pages', async () => {
    const places = (...names: string[]) => names.map((queue) => ({ queue }));
    const pages = await pagesAroundImport(
      [places('comp', 'fx', 'lighting'), places('anim', 'layout')],
      async (own, farmId, nextToken) => {
        const page = await own.send(new ListQueuesCommand({ farmId, maxResults: 2, nextToken }));
        return { names: page.queues?.map(({ displayName }) => displayName), nextToken: page.nextToken };
      },
    );
    expect(pages.map(({ names }) => names)).toEqual([
      ['comp', 'fx'],
      ['layout', 'lighting'],
    ]);
    expect(pages[1]?.nextToken).toBeUndefined();
  });

  it('binds its tokens to the filter', async () => {
    const page = await client.send(new ListQueuesCommand({ farmId, status: 'SCHEDULING', maxResults: 4 }));
    const { nextToken } = page;
    expect(await names({ status: 'SCHEDULING', maxResults: 4, nextToken })).toEqual(['layout']);
    await expect(names({ maxResults: 4, nextToken })).rejects.toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'nextToken' }],
    });
  });

  it('reports an unknown farm', async () => {
    await expect(names({ farmId: `farm-${'0'.repeat(32)}` })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });
});

import { DeadlineClient, ListFarmsCommand } from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { type StartedForTest, startForTest, TEST_NOW } from '../../started-for-test';
import { importPlaces } from '../import/import-for-test';

describe('ListFarms', () => {
  let local: StartedForTest;
  let client: DeadlineClient;

  beforeAll(async () => {
    local = await startForTest();
    client = new DeadlineClient(local.clientConfig);
  });
  afterAll(() => local.close());

  const refused = (input: object) =>
    expect(client.send(new ListFarmsCommand(input))).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
      reason: 'FIELD_VALIDATION_FAILED',
    });

  it('lists the sample farms with the members of a summary', async () => {
    const { farms, nextToken } = await client.send(new ListFarmsCommand({}));
    expect(farms?.map(({ displayName }) => displayName)).toEqual(['Sample farm', 'Sample farm (small)']);
    expect(farms?.[0]).toEqual({
      farmId: expect.stringMatching(/^farm-[0-9a-f]{32}$/),
      displayName: 'Sample farm',
      createdAt: new Date('2025-03-03T09:00:00Z'),
      createdBy: 'sample-data',
    });
    expect(nextToken).toBeUndefined();
  });

  it('continues with the next page', async () => {
    const first = await client.send(new ListFarmsCommand({ maxResults: 1, nextToken: '' }));
    const second = await client.send(new ListFarmsCommand({ maxResults: 1, nextToken: first.nextToken }));
    const names = [first, second].map(({ farms }) => farms?.map(({ displayName }) => displayName));
    expect(names).toEqual([['Sample farm'], ['Sample farm (small)']]);
    expect(second.nextToken).toBeUndefined();
  });

  it('refuses a token that is made up, for other arguments, or older than 24 hours', async () => {
    const { nextToken } = await client.send(new ListFarmsCommand({ maxResults: 1 }));
    await refused({ nextToken: 'nonsense' });
    await refused({ nextToken: `${nextToken?.slice(0, -1)}x` });
    await refused({ nextToken, maxResults: 2 });
    local.clock.set(TEST_NOW + DAY);
    await refused({ nextToken, maxResults: 1 });
    local.clock.set(TEST_NOW);
    await client.send(new ListFarmsCommand({ nextToken, maxResults: 1 }));
  });

  it.each([0, 101])('refuses maxResults %i', (maxResults) => refused({ maxResults }));

  it('validates principalId', async () => {
    await refused({ principalId: 'somebody' });
    const principalId = '90670d1a2b-0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f';
    expect((await client.send(new ListFarmsCommand({ principalId }))).farms).toHaveLength(2);
  });
});

it('continues after the last farm when farms come and go between pages', async () => {
  const local = await startForTest();
  const folder = local.folder;
  const page = async (on: StartedForTest, nextToken?: string) => {
    const input = { maxResults: 2, nextToken };
    const answer = await new DeadlineClient(on.clientConfig).send(new ListFarmsCommand(input));
    return { names: answer.farms?.map(({ displayName }) => displayName), nextToken: answer.nextToken };
  };
  await local.stop();
  await importPlaces(folder, [{ farm: 'b' }, { farm: 'd' }]);
  const before = await startForTest({ folder });
  const first = await page(before);
  const second = await page(before, first.nextToken);
  expect([first.names, second.names]).toEqual([
    ['Sample farm', 'Sample farm (small)'],
    ['b', 'd'],
  ]);
  await before.stop();

  await importPlaces(folder, [{ farm: 'a' }, { farm: 'c' }]);
  const after = await startForTest({ folder, sample: false });
  const again = await page(after, first.nextToken);
  expect(again.names).toEqual(['a', 'b']);
  expect((await page(after, again.nextToken)).names).toEqual(['c', 'd']);
  await after.close();
});

it('lists no farms without sample data', async () => {
  const local = await startForTest({ sample: false });
  const client = new DeadlineClient(local.clientConfig);
  expect((await client.send(new ListFarmsCommand({}))).farms).toEqual([]);
  await local.close();
});

import { GetGroupCommand, ListGroupsCommand, SyntheticsClient } from '@aws-sdk/client-synthetics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { NOW, startTestAws, type TestAws } from '../test-support';

let local: TestAws;
let client: SyntheticsClient;
const shop = { name: 'shop', url: 'http://127.0.0.1:1/', schedule: 'cron(0 0 1 1 ? *)' };

beforeAll(async () => {
  local = await startTestAws({ canaries: [{ ...shop, groups: ['my group/1'] }] });
  client = new SyntheticsClient(local.config);
});
afterAll(() => local.end());

const get = async (GroupIdentifier: string) =>
  (await client.send(new GetGroupCommand({ GroupIdentifier }))).Group;

test('finds a group by its name, its id and its ARN', async () => {
  const { Groups = [] } = await client.send(new ListGroupsCommand({}));
  const { Id = '', Arn = '' } = Groups.find(({ Name }) => Name === 'my group/1') ?? {};
  const expected = {
    Id,
    Arn,
    Name: 'my group/1',
    CreatedTime: new Date(NOW),
    LastModifiedTime: new Date(NOW),
  };
  for (const identifier of ['my group/1', Id, Arn]) expect(await get(identifier)).toEqual(expected);
});

test('was last modified when one of its canaries was', async () => {
  local.clock.set(NOW + MINUTE);
  await local.edit([{ ...shop, groups: ['my group/1', 'another'] }]);
  expect(await get('my group/1')).toMatchObject({
    CreatedTime: new Date(NOW),
    LastModifiedTime: new Date(NOW + MINUTE),
  });
});

test.each([
  ['unknown', 'ResourceNotFoundException'],
  ['x'.repeat(129), 'ValidationException'],
])('%s: %s', async (identifier, exception) => {
  await expect(get(identifier)).rejects.toMatchObject({ name: exception });
});

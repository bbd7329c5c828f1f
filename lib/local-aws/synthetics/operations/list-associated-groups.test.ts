import {
  ListAssociatedGroupsCommand,
  type ListAssociatedGroupsCommandInput,
  SyntheticsClient,
} from '@aws-sdk/client-synthetics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../test-support';

let local: TestAws;
let client: SyntheticsClient;

beforeAll(async () => {
  const at = { url: 'http://127.0.0.1:1/', schedule: 'cron(0 0 1 1 ? *)' };
  local = await startTestAws({
    canaries: [
      { ...at, name: 'shop', groups: ['one', 'two'] },
      { ...at, name: 'lonely' },
    ],
  });
  client = new SyntheticsClient(local.config);
});
afterAll(() => local.end());

const arn = (name: string) => `arn:aws:synthetics:eu-west-1:123456789012:canary:${name}`;
const list = (input: ListAssociatedGroupsCommandInput) => client.send(new ListAssociatedGroupsCommand(input));
const names = async (ResourceArn: string) => (await list({ ResourceArn })).Groups?.map(({ Name }) => Name);

test('lists the groups of a canary, whatever the region and account of its ARN', async () => {
  expect(await names(arn('shop'))).toEqual(['one', 'two']);
  expect(await names(arn('lonely'))).toEqual([]);
  expect(await names(arn('sample-search'))).toEqual(['sample-shop']);
});

test('continues after the last group when groups come and go between pages', async () => {
  const at = { url: 'http://127.0.0.1:1/', schedule: 'cron(0 0 1 1 ? *)', name: 'shop' };
  const own = await startTestAws({ sample: false, canaries: [{ ...at, groups: ['b', 'd', 'f'] }] });
  try {
    const other = new SyntheticsClient(own.config);
    const page = async (NextToken?: string) => {
      const input = { ResourceArn: arn('shop'), MaxResults: 2, NextToken };
      const answer = await other.send(new ListAssociatedGroupsCommand(input));
      return { names: answer.Groups?.map(({ Name }) => Name), NextToken: answer.NextToken };
    };
    const first = await page();
    expect(first.names).toEqual(['b', 'd']);
    await own.edit([{ ...at, groups: ['a', 'b', 'c', 'e', 'f'] }]);
    expect(await page(first.NextToken)).toEqual({ names: ['e', 'f'], NextToken: undefined });
  } finally {
    await own.end();
  }
});

test('continues with the next page', async () => {
  const first = await list({ ResourceArn: arn('shop'), MaxResults: 1 });
  const second = await list({ ResourceArn: arn('shop'), MaxResults: 1, NextToken: first.NextToken });
  expect(second).toMatchObject({ Groups: [{ Name: 'two' }] });
  expect(second.NextToken).toBeUndefined();
});

test.each<[ListAssociatedGroupsCommandInput, string]>([
  [{ ResourceArn: arn('unknown') }, 'ResourceNotFoundException'],
  [{ ResourceArn: 'shop' }, 'ValidationException'],
  [{ ResourceArn: arn('Shop') }, 'ValidationException'],
  [{ ResourceArn: arn('shop'), MaxResults: 0 }, 'ValidationException'],
  [{ ResourceArn: arn('shop'), NextToken: 'x' }, 'ValidationException'],
])('%j: %s', async (input, exception) => {
  await expect(list(input)).rejects.toMatchObject({ name: exception });
});

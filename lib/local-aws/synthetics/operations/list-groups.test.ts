import { ListGroupsCommand, type ListGroupsCommandInput, SyntheticsClient } from '@aws-sdk/client-synthetics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../test-support';

let local: TestAws;
let client: SyntheticsClient;

beforeAll(async () => {
  const at = { url: 'http://127.0.0.1:1/', schedule: 'cron(0 0 1 1 ? *)' };
  local = await startTestAws({
    canaries: [
      { ...at, name: 'shop', groups: ['mine', '__proto__'] },
      { ...at, name: 'shop-search', groups: ['mine', 'sample-shop'] },
    ],
  });
  client = new SyntheticsClient(local.config);
});
afterAll(() => local.end());

const list = (input: ListGroupsCommandInput = {}) => client.send(new ListGroupsCommand(input));

test('lists the groups of the sample data and of canaries.json, by name', async () => {
  const { Groups = [], NextToken } = await list();
  expect(Groups.map(({ Name }) => Name)).toEqual([
    '__proto__',
    'mine',
    'sample-platform',
    'sample-shop',
    'sample-world',
  ]);
  expect(Groups[1]).toEqual({
    Id: expect.stringMatching(/^[0-9a-f]{12}$/),
    Name: 'mine',
    Arn: `arn:aws:synthetics:us-east-1:000000000000:group:${Groups[1]?.Id}`,
  });
  expect(NextToken).toBeUndefined();
});

test('continues after the last group when groups come and go between pages', async () => {
  const at = { url: 'http://127.0.0.1:1/', schedule: 'cron(0 0 1 1 ? *)', name: 'shop' };
  const own = await startTestAws({ sample: false, canaries: [{ ...at, groups: ['b', 'd', 'f'] }] });
  try {
    const other = new SyntheticsClient(own.config);
    const page = async (NextToken?: string) => {
      const answer = await other.send(new ListGroupsCommand({ MaxResults: 2, NextToken }));
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
  const first = await list({ MaxResults: 3 });
  const second = await list({ MaxResults: 3, NextToken: first.NextToken });
  expect([first, second].map(({ Groups }) => Groups?.length)).toEqual([3, 2]);
  expect(second.NextToken).toBeUndefined();
});

test.each<[string, ListGroupsCommandInput]>([
  ['MaxResults 0', { MaxResults: 0 }],
  ['MaxResults 21', { MaxResults: 21 }],
  ['an empty token', { NextToken: '' }],
  ['a token of 513 characters', { NextToken: 'x'.repeat(513) }],
  ['an unknown token', { NextToken: 'x' }],
])('%s is a ValidationException', async (_, input) => {
  await expect(list(input)).rejects.toMatchObject({ name: 'ValidationException' });
});

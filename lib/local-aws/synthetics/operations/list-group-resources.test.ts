import {
  ListGroupResourcesCommand,
  type ListGroupResourcesCommandInput,
  SyntheticsClient,
} from '@aws-sdk/client-synthetics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../test-support';

let local: TestAws;
let client: SyntheticsClient;

beforeAll(async () => {
  local = await startTestAws();
  client = new SyntheticsClient(local.config);
});
afterAll(() => local.end());

const GroupIdentifier = 'sample-shop';
const list = (input: Partial<ListGroupResourcesCommandInput> = {}) =>
  client.send(new ListGroupResourcesCommand({ GroupIdentifier, ...input }));
const arns = (...names: string[]) =>
  names.map((name) => `arn:aws:synthetics:us-east-1:000000000000:canary:${name}`);

test("lists the ARNs of the group's canaries", async () => {
  expect((await list()).Resources).toEqual(arns('sample-checkout', 'sample-login-flow', 'sample-search'));
});

test('continues after the last canary when canaries come and go between pages', async () => {
  const at = { url: 'http://127.0.0.1:1/', schedule: 'cron(0 0 1 1 ? *)', groups: ['shop'] };
  const named = (...names: string[]) => names.map((name) => ({ ...at, name }));
  const own = await startTestAws({ sample: false, canaries: named('b', 'd', 'f') });
  try {
    const other = new SyntheticsClient(own.config);
    const page = async (NextToken?: string) => {
      const input = { GroupIdentifier: 'shop', MaxResults: 2, NextToken };
      const answer = await other.send(new ListGroupResourcesCommand(input));
      return { resources: answer.Resources, NextToken: answer.NextToken };
    };
    const first = await page();
    expect(first.resources).toEqual(arns('b', 'd'));
    await own.edit(named('a', 'b', 'c', 'e', 'f'));
    expect(await page(first.NextToken)).toEqual({ resources: arns('e', 'f'), NextToken: undefined });
  } finally {
    await own.end();
  }
});

test('pages with tokens that are valid for the group only', async () => {
  const first = await list({ MaxResults: 2 });
  const second = await list({ MaxResults: 2, NextToken: first.NextToken });
  expect(second).toMatchObject({ Resources: arns('sample-search') });
  expect(second.NextToken).toBeUndefined();
  await expect(
    list({ GroupIdentifier: 'sample-platform', NextToken: first.NextToken }),
  ).rejects.toMatchObject({ name: 'ValidationException' });
});

test.each<[Partial<ListGroupResourcesCommandInput>, string]>([
  [{ GroupIdentifier: 'unknown' }, 'ResourceNotFoundException'],
  [{ GroupIdentifier: 'x'.repeat(129) }, 'ValidationException'],
  [{ MaxResults: 21 }, 'ValidationException'],
  [{ NextToken: 'x' }, 'ValidationException'],
])('%j: %s', async (input, exception) => {
  await expect(list(input)).rejects.toMatchObject({ name: exception });
});

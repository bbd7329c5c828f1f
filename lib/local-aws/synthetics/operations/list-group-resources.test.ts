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

test('pages, its tokens good for the group only', async () => {
  const first = await list({ MaxResults: 2 });
  const second = await list({ MaxResults: 2, NextToken: first.NextToken });
  expect(second).toMatchObject({ Resources: arns('sample-search') });
  expect(second.NextToken).toBeUndefined();
  await expect(
    list({ GroupIdentifier: 'sample-platform', NextToken: first.NextToken }),
  ).rejects.toMatchObject({ name: 'ValidationException' });
});

test.each<[Partial<ListGroupResourcesCommandInput>, string]>([
  [{ GroupIdentifier: 'nobody' }, 'ResourceNotFoundException'],
  [{ GroupIdentifier: 'x'.repeat(129) }, 'ValidationException'],
  [{ MaxResults: 21 }, 'ValidationException'],
  [{ NextToken: 'x' }, 'ValidationException'],
])('%j: %s', async (input, exception) => {
  await expect(list(input)).rejects.toMatchObject({ name: exception });
});

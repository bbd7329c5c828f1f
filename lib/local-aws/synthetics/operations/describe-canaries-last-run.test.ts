import {
  DescribeCanariesLastRunCommand,
  type DescribeCanariesLastRunCommandInput,
  GetCanaryRunsCommand,
  SyntheticsClient,
} from '@aws-sdk/client-synthetics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rawAnswer } from '../sdk-for-test';
import { startTestAws, type TestAws, type WireRun } from '../test-support';

let local: TestAws;
let client: SyntheticsClient;

beforeAll(async () => {
  local = await startTestAws();
  client = new SyntheticsClient(local.config);
});
afterAll(() => local.end());

type Answer = { CanariesLastRun: { CanaryName: string; LastRun?: WireRun }[]; NextToken?: string };

async function request(input: DescribeCanariesLastRunCommandInput, newer: object = {}): Promise<Answer> {
  const command = new DescribeCanariesLastRunCommand(input);
  return rawAnswer(command, () => client.send(command), { body: newer });
}

test("reports each canary's newest run", async () => {
  const { CanariesLastRun = [] } = await client.send(new DescribeCanariesLastRunCommand({}));
  expect(CanariesLastRun).toHaveLength(8);
  for (const { CanaryName, LastRun } of CanariesLastRun) {
    const page = await client.send(new GetCanaryRunsCommand({ Name: CanaryName, MaxResults: 1 }));
    expect(LastRun).toEqual(page.CanaryRuns?.[0]);
  }
});

test('leaves out dry runs, even when one is the newest run', async () => {
  const own = await startTestAws();
  try {
    const store = own.aws.world.canaries;
    const canary = store.find('sample-asset-upload');
    const { runs } = await store.runs(canary, { kind: 'dry' }, 1);
    own.clock.set((runs[0]?.started ?? 0) + 1);
    const { CanariesLastRun = [] } = await new SyntheticsClient(own.config).send(
      new DescribeCanariesLastRunCommand({ Names: ['sample-asset-upload'] }),
    );
    const last = CanariesLastRun[0]?.LastRun;
    expect(last?.Id).toBeDefined();
    expect(last?.Id).not.toBe(runs[0]?.id);
  } finally {
    await own.end();
  }
});

test('reports the newest run in one browser, for the canaries that run in it', async () => {
  const { CanariesLastRun } = await request({}, { BrowserType: 'FIREFOX' });
  expect(CanariesLastRun).toMatchObject([
    { CanaryName: 'sample-login-flow', LastRun: { BrowserType: 'FIREFOX' } },
  ]);
});

test('continues after the last canary when it is gone', async () => {
  const at = { url: 'http://127.0.0.1:1/', schedule: 'cron(0 0 1 1 ? *)' };
  const named = (...names: string[]) => names.map((name) => ({ ...at, name }));
  const own = await startTestAws({ sample: false, canaries: named('b', 'd', 'f') });
  try {
    const other = new SyntheticsClient(own.config);
    const page = async (NextToken?: string) => {
      const answer = await other.send(new DescribeCanariesLastRunCommand({ MaxResults: 2, NextToken }));
      return {
        names: answer.CanariesLastRun?.map(({ CanaryName }) => CanaryName),
        NextToken: answer.NextToken,
      };
    };
    const first = await page();
    expect(first.names).toEqual(['b', 'd']);
    await own.edit(named('a', 'b', 'c', 'e', 'f'));
    expect(await page(first.NextToken)).toEqual({ names: ['e', 'f'], NextToken: undefined });
  } finally {
    await own.end();
  }
});

test('accepts names and pages', async () => {
  const Names = ['sample-search', 'sample-checkout', 'unknown'];
  const first = await request({ Names, MaxResults: 1 });
  expect(first.CanariesLastRun.map(({ CanaryName }) => CanaryName)).toEqual(['sample-checkout']);
  const second = await request({ Names, MaxResults: 1, NextToken: first.NextToken });
  expect(second.CanariesLastRun.map(({ CanaryName }) => CanaryName)).toEqual(['sample-search']);
  expect(second.NextToken).toBeUndefined();
});

test.each<[string, DescribeCanariesLastRunCommandInput, object]>([
  ['MaxResults 0', { MaxResults: 0 }, {}],
  ['MaxResults 101', { MaxResults: 101 }, {}],
  ['six names', { Names: ['a', 'b', 'c', 'd', 'e', 'f'] }, {}],
  ['an unknown browser', {}, { BrowserType: 'SAFARI' }],
  ['an unknown token', { NextToken: 'abcdefgh' }, {}],
])('%s is a ValidationException', async (_, input, newer) => {
  await expect(request(input, newer)).rejects.toMatchObject({
    name: 'ValidationException',
    $metadata: { httpStatusCode: 400 },
  });
});

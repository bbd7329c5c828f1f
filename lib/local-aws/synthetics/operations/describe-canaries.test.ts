import { DescribeCanariesCommand, SyntheticsClient } from '@aws-sdk/client-synthetics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawAnswer } from '../sdk-for-test';
import { NOW, startTestAws, type TestAws } from '../test-support';

let local: TestAws;
let client: SyntheticsClient;

beforeAll(async () => {
  local = await startTestAws();
  client = new SyntheticsClient(local.config);
});
afterAll(() => local.end());

const SAMPLE = [
  'sample-api-health',
  'sample-asset-upload',
  'sample-checkout',
  'sample-login-flow',
  'sample-report-export',
  'sample-search',
  'sample-stock-feed',
  'sample-store-finder',
];

test('lists all canaries by name', async () => {
  const { Canaries = [], NextToken } = await client.send(new DescribeCanariesCommand({}));
  expect(Canaries.map(({ Name }) => Name)).toEqual(SAMPLE);
  expect(Canaries.every(({ Tags }) => Tags?.sample === 'true' && Tags.team)).toBe(true);
  expect(NextToken).toBeUndefined();
});

test('describes each with its schedule, limits, retentions and state', async () => {
  const command = new DescribeCanariesCommand({ Names: ['sample-search'] });
  const { Canaries } = await client.send(command);
  expect(Canaries?.[0]).toMatchObject({
    Name: 'sample-search',
    Schedule: { Expression: 'rate(5 minutes)', DurationInSeconds: 0 },
    RunConfig: { TimeoutInSeconds: 45 },
    SuccessRetentionPeriodInDays: 7,
    FailureRetentionPeriodInDays: 31,
    Status: { State: 'RUNNING' },
    Timeline: { Created: new Date('2025-03-03T09:00:17Z') },
  });
  expect(await rawAnswer(command, () => client.send(command))).toMatchObject({
    Canaries: [
      {
        Schedule: { RetryConfig: { MaxRetries: 1 } },
        MultiLocationConfig: { PrimaryLocation: 'us-east-1' },
        DryRunConfig: { LastDryRunExecutionStatus: 'PASSED' },
      },
    ],
  });
});

test('names the locations of a canary that runs in several, and their replication', async () => {
  const command = new DescribeCanariesCommand({ Names: ['sample-store-finder'] });
  const replica = {
    ReplicationStatus: { State: 'InSync' },
    CanaryState: 'RUNNING',
    LastModified: Date.parse('2025-03-03T09:00:17Z') / 1000,
  };
  expect(await rawAnswer(command, () => client.send(command))).toMatchObject({
    Canaries: [
      {
        MultiLocationConfig: {
          LocationType: 'Primary',
          PrimaryLocation: 'us-east-1',
          Replicas: [
            { Location: 'eu-west-1', ...replica },
            { Location: 'ap-southeast-2', ...replica },
          ],
          ReplicationState: 'InSync',
        },
      },
    ],
  });
});

test('reports a canary that pauses as STOPPED for one week in four', async () => {
  const own = await startTestAws();
  try {
    const other = new SyntheticsClient(own.config);
    const request = async () => {
      const answer = await other.send(new DescribeCanariesCommand({ Names: ['sample-report-export'] }));
      return answer.Canaries?.[0];
    };
    expect((await request())?.Status?.State).toBe('RUNNING');
    own.clock.set(Date.parse('2026-12-01T00:00:00Z'));
    const stopped = await request();
    expect(stopped?.Status?.State).toBe('STOPPED');
    expect(stopped?.Timeline?.LastStopped).toEqual(new Date('2026-11-30T08:00:00Z'));
    expect(stopped?.Timeline?.LastStarted?.getTime()).toBeLessThan(NOW);
  } finally {
    await own.end();
  }
});

test('accepts up to five names and ignores unknown ones', async () => {
  const Names = ['sample-search', 'unknown', 'sample-checkout'];
  const { Canaries = [] } = await client.send(new DescribeCanariesCommand({ Names }));
  expect(Canaries.map(({ Name }) => Name)).toEqual(['sample-checkout', 'sample-search']);
});

test('continues after the last canary when canaries come and go between pages', async () => {
  const at = { url: 'http://127.0.0.1:1/', schedule: 'cron(0 0 1 1 ? *)' };
  const named = (...names: string[]) => names.map((name) => ({ ...at, name }));
  const own = await startTestAws({ sample: false, canaries: named('b', 'd', 'f', 'h') });
  try {
    const other = new SyntheticsClient(own.config);
    const page = async (NextToken?: string) => {
      const answer = await other.send(new DescribeCanariesCommand({ MaxResults: 2, NextToken }));
      return { names: answer.Canaries?.map(({ Name }) => Name), NextToken: answer.NextToken };
    };
    const first = await page();
    expect(first.names).toEqual(['b', 'd']);
    await own.edit(named('a', 'b', 'c', 'e', 'f', 'g'));
    const second = await page(first.NextToken);
    expect(second.names).toEqual(['e', 'f']);
    expect(await page(second.NextToken)).toEqual({ names: ['g'], NextToken: undefined });
  } finally {
    await own.end();
  }
});

test('pages by MaxResults', async () => {
  const names: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new DescribeCanariesCommand({ MaxResults: 4, NextToken }));
    names.push(...(page.Canaries ?? []).map(({ Name }) => Name));
    NextToken = page.NextToken;
  } while (NextToken);
  expect(names).toEqual(SAMPLE);
});

describe('refused with ValidationException', () => {
  test.each([
    ['MaxResults 0', { MaxResults: 0 }],
    ['MaxResults 21', { MaxResults: 21 }],
    ['no names', { Names: [] }],
    ['six names', { Names: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['a name with a space', { Names: ['a b'] }],
    ['a NextToken of 3 characters', { NextToken: 'abc' }],
    ['a NextToken that was never issued', { NextToken: 'abcdefgh' }],
  ])('%s', async (_, input) => {
    await expect(client.send(new DescribeCanariesCommand(input))).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('a token that was issued for other names', async () => {
    const { NextToken } = await client.send(new DescribeCanariesCommand({ MaxResults: 1 }));
    const other = new DescribeCanariesCommand({ NextToken, Names: ['sample-search'] });
    await expect(client.send(other)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

test('lists no canaries without the sample data', async () => {
  const own = await startTestAws({ sample: false });
  try {
    const { Canaries } = await new SyntheticsClient(own.config).send(new DescribeCanariesCommand({}));
    expect(Canaries).toEqual([]);
  } finally {
    await own.end();
  }
});

import { GetCanaryCommand, SyntheticsClient } from '@aws-sdk/client-synthetics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rawAnswer } from '../sdk-for-test';
import { startTestAws, type TestAws } from '../test-support';

let local: TestAws;
let client: SyntheticsClient;

beforeAll(async () => {
  local = await startTestAws();
  client = new SyntheticsClient(local.config);
});
afterAll(() => local.end());

type Answer = { Canary: { Name: string; DryRunConfig?: { DryRunId: string } } };

async function request(Name: string, query: Record<string, string> = {}): Promise<Answer> {
  const command = new GetCanaryCommand({ Name });
  return rawAnswer(command, () => client.send(command), { query });
}

test('describes one canary', async () => {
  const { Canary } = await client.send(new GetCanaryCommand({ Name: 'sample-report-export' }));
  expect(Canary).toMatchObject({
    Name: 'sample-report-export',
    Schedule: { Expression: 'cron(20 */2 * * ? *)' },
    RunConfig: { TimeoutInSeconds: 600 },
    RuntimeVersion: expect.stringMatching(/^syn-/),
    Tags: { sample: 'true', team: 'finance' },
    Timeline: {
      LastStopped: new Date('2026-11-02T08:00:00Z'),
      LastStarted: new Date('2026-11-09T08:00:00Z'),
    },
  });
});

test('includes the newest dry run, or the requested one', async () => {
  const canary = local.aws.world.canaries.find('sample-login-flow');
  const { runs } = await local.aws.world.canaries.runs(canary, { kind: 'dry' }, 100);
  const [newest, oldest] = [runs[0]?.dryRunId, runs.at(-1)?.dryRunId ?? ''];
  expect(newest).not.toBe(oldest);
  expect((await request('sample-login-flow')).Canary.DryRunConfig?.DryRunId).toBe(newest);
  const requested = await request('sample-login-flow', { dryRunId: oldest });
  expect(requested.Canary.DryRunConfig).toEqual({
    DryRunId: oldest,
    LastDryRunExecutionStatus: runs.at(-1)?.state,
  });
});

test.each([
  ['unknown', {}],
  ['sample-login-flow', { dryRunId: '01234567-89ab-4cde-8f01-23456789abcd' }],
])('%s with %j is not found', async (name, query) => {
  await expect(request(name, query)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    $metadata: { httpStatusCode: 404 },
  });
});

test.each([
  ['Not-a-name', {}],
  ['a'.repeat(256), {}],
  ['sample-login-flow', { dryRunId: 'x' }],
])('%s with %j is a ValidationException', async (name, query) => {
  await expect(request(name, query)).rejects.toMatchObject({
    name: 'ValidationException',
    $metadata: { httpStatusCode: 400 },
  });
});

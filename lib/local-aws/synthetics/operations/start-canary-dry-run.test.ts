import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { NOW, startTarget, startTestAws, type Target, type TestAws, type WireRun } from '../test-support';

let target: Target;
let local: TestAws;

beforeEach(async () => {
  target = await startTarget();
  local = await startTestAws({
    canaries: [
      {
        name: 'shop',
        url: target.url,
        schedule: 'rate(5 minutes)',
        maxRetries: 1,
        successRetentionDays: 3,
        failureRetentionDays: 9,
      },
    ],
  });
});
afterEach(async () => {
  await local.end();
  target.end();
});

// The installed client predates this operation.
async function post(path: string, body: object = {}) {
  const response = await fetch(local.aws.url + path, { method: 'POST', body: JSON.stringify(body) });
  return {
    status: response.status,
    error: response.headers.get('x-amzn-errortype'),
    ...(await response.json()),
  };
}

const start = (name = 'shop', body: object = {}) => post(`/canary/${name}/dry-run/start`, body);
const runs = async (body: object): Promise<WireRun[]> => (await post('/canary/shop/runs', body)).CanaryRuns;
const dryRunConfig = async (query = '') => {
  const response = await fetch(`${local.aws.url}/canary/shop${query}`);
  return response.ok ? (await response.json()).Canary.DryRunConfig : response.status;
};

test('runs the canary once with the dry run id, and leaves its schedule unchanged', async () => {
  await local.tickAt(NOW);
  local.clock.set(NOW + MINUTE);
  const { status, DryRunConfig } = await start();
  expect(status).toBe(200);
  expect(DryRunConfig).toEqual({
    DryRunId: expect.stringMatching(/^[a-f0-9-]{36}$/),
    LastDryRunExecutionStatus: 'RUNNING',
  });
  await local.aws.world.canaries.idle();
  const { DryRunId } = DryRunConfig;
  const expected = { DryRunConfig: { DryRunId }, Status: { State: 'PASSED' } };
  expect(await runs({ RunType: 'DRY_RUN' })).toMatchObject([expected]);
  expect(await runs({ DryRunId })).toMatchObject([expected]);
  expect(await runs({})).toHaveLength(1);
  await local.tickAt(NOW + 5 * MINUTE);
  expect(await runs({})).toHaveLength(2);
});

test('GetCanary reports the state of a dry run, by default of the newest one', async () => {
  expect(await dryRunConfig()).toBeUndefined();
  const requested = new Promise<() => void>((resolve) => {
    target.answer = (_, response) => resolve(() => response.writeHead(500).end());
  });
  const { DryRunId } = (await start()).DryRunConfig;
  const answer = await requested;
  expect(await dryRunConfig()).toEqual({ DryRunId, LastDryRunExecutionStatus: 'RUNNING' });
  target.answer = (_, response) => response.writeHead(500).end();
  answer();
  await local.aws.world.canaries.idle();
  expect((await runs({ DryRunId })).map(({ RetryAttempt }) => RetryAttempt)).toHaveLength(2);

  local.clock.set(NOW + MINUTE);
  target.answer = (_, response) => void response.end();
  const newer = (await start()).DryRunConfig.DryRunId;
  await local.aws.world.canaries.idle();
  expect(await dryRunConfig()).toEqual({ DryRunId: newer, LastDryRunExecutionStatus: 'PASSED' });
  expect(await dryRunConfig(`?dryRunId=${DryRunId}`)).toEqual({
    DryRunId,
    LastDryRunExecutionStatus: 'FAILED',
  });
  local.clock.set(NOW + 4 * DAY);
  expect(await dryRunConfig()).toEqual({ DryRunId, LastDryRunExecutionStatus: 'FAILED' });
  local.clock.set(NOW + 10 * DAY);
  expect(await dryRunConfig(`?dryRunId=${DryRunId}`)).toBe(404);
});

test('a dry run that a restart interrupted has failed', async () => {
  const requested = new Promise<void>((resolve) => {
    target.answer = () => resolve();
  });
  const { DryRunId } = (await start()).DryRunConfig;
  await requested;
  const { url } = await local.restart();
  const response = await fetch(`${url}/canary/shop?dryRunId=${DryRunId}`);
  expect((await response.json()).Canary.DryRunConfig.LastDryRunExecutionStatus).toBe('FAILED');
});

test('a second dry run while the first is in progress, or one of sample data, is a ConflictException', async () => {
  target.answer = () => undefined;
  await start();
  expect(await start()).toMatchObject({ status: 409, error: 'ConflictException' });
  expect(await start('sample-search')).toMatchObject({ status: 409, error: 'ConflictException' });
});

test('a stopped canary can have a dry run', async () => {
  await post('/canary/shop/stop');
  expect(await start()).toMatchObject({ status: 200 });
});

test('accepts the members that it ignores', async () => {
  const answer = await start('shop', {
    RuntimeVersion: 'syn-nodejs-3.0',
    RunConfig: {
      TimeoutInSeconds: 3,
      MemoryInMB: 960,
      ActiveTracing: false,
      EnvironmentVariables: { KEY: 'x' },
    },
    ExecutionRoleArn: 'arn:aws:iam::123456789012:role/canary',
    SuccessRetentionPeriodInDays: 1024,
    ArtifactConfig: { S3Encryption: { EncryptionMode: 'SSE_S3' } },
    BrowserConfigs: [{ BrowserType: 'FIREFOX' }],
    VpcConfig: null,
  });
  expect(answer.status).toBe(200);
});

test.each<[string, object]>([
  ['code', { Code: { Handler: 'index.handler' } }],
  ['a VPC', { VpcConfig: { SubnetIds: ['subnet-1'] } }],
  ['a visual reference', { VisualReferences: [{ BaseCanaryRunId: 'nextrun' }] }],
  ['a bad handler', { Code: { Handler: '../x' } }],
  ['an empty zip', { Code: { ZipFile: '' } }],
  ['2 seconds', { RunConfig: { TimeoutInSeconds: 2 } }],
  ['841 seconds', { RunConfig: { TimeoutInSeconds: 841 } }],
  ['959 MB', { RunConfig: { MemoryInMB: 959 } }],
  ['a variable of one letter', { RunConfig: { EnvironmentVariables: { K: 'x' } } }],
  ['17 subnets', { VpcConfig: { SubnetIds: Array(17).fill('subnet-1') } }],
  ['a malformed role', { ExecutionRoleArn: 'canary' }],
  ['0 days', { FailureRetentionPeriodInDays: 0 }],
  ['no browser', { BrowserConfigs: [] }],
  ['an unknown browser', { BrowserConfigs: [{ BrowserType: 'SAFARI' }] }],
  ['a runtime of 1025 characters', { RuntimeVersion: 'x'.repeat(1025) }],
  ['a reference without a run', { VisualReference: {} }],
])('%s: ValidationException', async (_, body) => {
  expect(await start('shop', body)).toMatchObject({ status: 400, error: 'ValidationException' });
});

test.each([
  ['unknown', 404, 'ResourceNotFoundException'],
  ['Shop', 400, 'ValidationException'],
])('%s: %i', async (name, status, error) => {
  expect(await start(name)).toMatchObject({ status, error });
});

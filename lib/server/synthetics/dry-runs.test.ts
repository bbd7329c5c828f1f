import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { POST } from '@/app/api/canaries/[name]/dry-runs/route';
import { callRoute, forgetEverything, pointAt } from '../test-support';
import { describeCanaries } from './describe-canaries';
import { getCanary, getCanaryVersion } from './get-canary';
import { getCanaryRuns } from './get-canary-runs';

const dryRunId = '1b4d2f6a-0c3e-4f5a-8b7c-9d0e1f2a3b4c';

const run = {
  Id: 'run-1',
  ScheduledRunId: 'scheduled-1',
  RetryAttempt: 2,
  Name: 'c',
  Status: {
    State: 'FAILED',
    StateReason: '',
    StateReasonCode: 'CANARY_FAILURE',
    TestResult: 'SOMETHING_NEW',
    Unknown: 1,
  },
  Timeline: {
    Started: 1795530700.123,
    Completed: 1795530705.5,
    MetricTimestampForRunAndRetries: 1795530699,
  },
  ArtifactS3Location: 'bucket/canary',
  DryRunConfig: { DryRunId: dryRunId },
  BrowserType: 'FIREFOX',
  Location: 'eu-central-1',
};

const canary = {
  Name: 'c',
  Schedule: { Expression: 'rate(5 minutes)', RetryConfig: { MaxRetries: 2 } },
  RunConfig: { TimeoutInSeconds: 60 },
  Status: { State: 'A_STATE_OF_TOMORROW' },
  Timeline: { Created: 1795000000 },
  DryRunConfig: { DryRunId: dryRunId },
};

/** Answers like the current service and records requests: the tests are about the client of 2024. */
let server: Server;
let answers: Record<string, unknown>;
let requests: { path: string; body: unknown }[];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    requests.push({ path: request.url ?? '', body: text ? JSON.parse(text) : undefined });
    const path = (request.url ?? '').split('?')[0] ?? '';
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[path]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  pointAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  requests = [];
  answers = {
    '/canary/c/runs': { CanaryRuns: [run] },
    '/canary/c': { Canary: canary },
    '/canaries': { Canaries: [canary] },
    '/canaries/last-run': { CanariesLastRun: [{ CanaryName: 'c', LastRun: run }] },
  };
});

const domainRun = {
  id: 'run-1',
  scheduledRunId: 'scheduled-1',
  retryAttempt: 2,
  name: 'c',
  state: 'FAILED',
  stateReasonCode: 'CANARY_FAILURE',
  testResult: 'SOMETHING_NEW',
  started: 1795530700123,
  completed: 1795530705500,
  metricTimestamp: 1795530699000,
  artifactLocation: 'bucket/canary',
  dryRunId,
  browserType: 'FIREFOX',
  location: 'eu-central-1',
};

test('sends run type and dry run, and receives retries and browsers', async () => {
  const { data } = await getCanaryRuns({ name: 'c', dryRunId, maxResults: 7 });
  expect(requests[0]?.body).toEqual({ MaxResults: 7, RunType: 'DRY_RUN', DryRunId: dryRunId });
  expect(data.runs).toEqual([domainRun]);
});

test('requests scheduled runs by default', async () => {
  await getCanaryRuns({ name: 'c' });
  expect(requests[0]?.body).toEqual({ RunType: 'CANARY_RUN' });
});

test('requests a canary with a dry run, and keeps its retries', async () => {
  const { data } = await getCanaryVersion({ name: 'c', dryRunId });
  expect(requests[0]?.path).toBe(`/canary/c?dryRunId=${dryRunId}`);
  expect(data).toMatchObject({
    maxRetries: 2,
    dryRunId,
    created: 1795000000000,
    state: 'A_STATE_OF_TOMORROW',
  });
  await getCanary('c');
  expect(requests[1]?.path).toBe('/canary/c');
});

test('keeps members of last runs that the client does not know', async () => {
  const { data } = await describeCanaries(undefined);
  expect(data).toEqual([expect.objectContaining({ name: 'c', maxRetries: 2, lastRun: domainRun })]);
});

test.each([
  ['an ISO time', { ...run, Timeline: { Started: '2026-11-24T14:00:00Z' } }],
  ['1970', { ...run, Timeline: { Started: 0 } }],
  ['a number as text', { ...run, RetryAttempt: '2' }],
  ['no id', { ...run, Id: undefined }],
  ['an unknown state', { ...run, Status: { State: 'PAUSED' } }],
])('leaves out a run with %s, and the client logs no stack', async (_, wrong) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  answers['/canary/c/runs'] = { CanaryRuns: [run, wrong] };
  const { data, partial, warnings } = await getCanaryRuns({ name: 'c' });
  expect(data.runs).toEqual([domainRun]);
  expect({ partial, warnings }).toEqual({
    partial: true,
    warnings: ['1 run in AWS’s answer can’t be read and is left out.'],
  });

  forgetEverything();
  answers['/canary/c/runs'] = { CanaryRuns: [wrong] };
  await expect(getCanaryRuns({ name: 'c' })).rejects.toMatchObject({ problem: { code: 'BadAnswer' } });
  expect(log).toHaveBeenCalledTimes(1);
  expect(warn).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test('starts a dry run in local-aws alone', async () => {
  answers['/canary/c/dry-run/start'] = { DryRunConfig: { DryRunId: dryRunId } };
  const post = () =>
    callRoute(POST, { method: 'POST', params: { name: 'c' }, headers: { origin: 'http://127.0.0.1:3000' } });
  const refused = await post();
  expect([refused.status, refused.body.error.code]).toEqual([403, 'NotLocal']);
  expect(requests).toEqual([]);
  process.env.TRIPTYCH_LOCAL_AWS = 'http://127.0.0.1:4599';
  try {
    expect((await post()).body).toEqual({ dryRunId });
    expect(requests.map(({ path }) => path)).toEqual(['/canary/c/dry-run/start']);
    const foreign = await callRoute(POST, { method: 'POST', params: { name: 'c' } });
    expect(foreign.status).toBe(403);
  } finally {
    delete process.env.TRIPTYCH_LOCAL_AWS;
  }
});

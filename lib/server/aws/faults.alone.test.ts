import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { GET as getCanaryRoute } from '@/app/api/canaries/[name]/route';
import { GET as getRuns } from '@/app/api/canaries/[name]/runs/route';
import { GET as getCanaries } from '@/app/api/canaries/route';
import { GET as getBudgets } from '@/app/api/farms/[farmId]/budgets/route';
import { GET as getFleets } from '@/app/api/farms/[farmId]/fleets/route';
import { GET as getJobNames } from '@/app/api/farms/[farmId]/queues/[queueId]/job-names/route';
import { GET as getQueues } from '@/app/api/farms/[farmId]/queues/route';
import { GET as getFarmRoute } from '@/app/api/farms/[farmId]/route';
import { GET as getFarms } from '@/app/api/farms/route';
import { GET as getFrameTrend } from '@/app/api/profiling-groups/[group]/frame-metrics/route';
import { GET as getProfile } from '@/app/api/profiling-groups/[group]/profile/route';
import { GET as getTimes } from '@/app/api/profiling-groups/[group]/profile-times/route';
import { GET as getFindings } from '@/app/api/profiling-groups/[group]/recommendations/route';
import { GET as getGroup } from '@/app/api/profiling-groups/[group]/route';
import { GET as getGroups } from '@/app/api/profiling-groups/route';
import type { StatisticsRequest } from '@/lib/farm/session-statistics';
import type { Fault } from '@/lib/local-aws/protocol/faults';
import { getSessionsStatisticsAggregation } from '../deadline/get-sessions-statistics-aggregation';
import { startSessionsStatisticsAggregation } from '../deadline/start-sessions-statistics-aggregation';
import { route } from '../http/respond';
import { callRoute, forgetEverything, pointAt, startTestAws, type TestAws } from '../test-support';

let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws();
});

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  pointAt(aws.url);
});

afterEach(() => {
  vi.restoreAllMocks();
  aws.world.faults.clear();
});

afterAll(() => aws.close());

const hex = '0123456789abcdef0123456789abcdef';
const farmId = `farm-${hex}`;
const range = 'startTime=2026-11-24T00:00:00Z&endTime=2026-11-24T01:00:00Z';

const statistics: StatisticsRequest = {
  farmId,
  startTime: Date.parse('2026-11-20T00:00:00Z'),
  endTime: Date.parse('2026-11-24T00:00:00Z'),
  timezone: 'UTC+00:00',
  period: 'DAILY',
  fleetIds: [`fleet-${hex}`],
  groupBy: ['FLEET_ID'],
  statistics: ['SUM'],
};

/** Handlers that answer with the result of one operation: the costs of a farm need several. */
const startStatistics = route({
  need: 'view',
  about: 'Calls one operation.',
  answer: async () => ({ data: await startSessionsStatisticsAggregation(statistics) }),
});
const getStatistics = route({
  need: 'view',
  about: 'Calls one operation.',
  answer: () => getSessionsStatisticsAggregation({ farmId, aggregationId: hex }),
});

const requests: Record<string, () => ReturnType<typeof callRoute>> = {
  GetProfile: () => callRoute(getProfile, { path: '/?period=PT5M', params: { group: 'g' } }),
  ListProfileTimes: () => callRoute(getTimes, { path: `/?${range}&period=PT5M`, params: { group: 'g' } }),
  ListProfilingGroups: () => callRoute(getGroups),
  DescribeProfilingGroup: () => callRoute(getGroup, { params: { group: 'g' } }),
  GetRecommendations: () => callRoute(getFindings, { path: `/?${range}`, params: { group: 'g' } }),
  BatchGetFrameMetricData: () =>
    callRoute(getFrameTrend, { path: `/?${range}&period=PT5M&name=main`, params: { group: 'g' } }),
  ListFarms: () => callRoute(getFarms),
  GetFarm: () => callRoute(getFarmRoute, { params: { farmId } }),
  ListQueues: () => callRoute(getQueues, { params: { farmId } }),
  ListFleets: () => callRoute(getFleets, { params: { farmId } }),
  BatchGetJob: () =>
    callRoute(getJobNames, { path: `/?jobIds=job-${hex}`, params: { farmId, queueId: `queue-${hex}` } }),
  ListBudgets: () => callRoute(getBudgets, { params: { farmId } }),
  StartSessionsStatisticsAggregation: () => callRoute(startStatistics),
  GetSessionsStatisticsAggregation: () => callRoute(getStatistics),
  DescribeCanaries: () => callRoute(getCanaries),
  GetCanary: () => callRoute(getCanaryRoute, { params: { name: 'c' } }),
  GetCanaryRuns: () => callRoute(getRuns, { params: { name: 'c' } }),
};
const operations = Object.keys(requests);

const FAULTS = 10;

async function withFault(operation: string, fault: Fault, times = FAULTS) {
  forgetEverything();
  aws.world.faults.inject(operation, fault, times);
  const answer = await requests[operation]?.();
  if (!answer) throw new Error(`no request for ${operation}`);
  return answer;
}

/** Details that an answer must never contain; in these tests AWS's message has all of them. */
const SECRETS =
  'User: arn:aws:sts::123456789012:assumed-role/Admin/me is not authorized, AKIAIOSFODNN7EXAMPLE at Object.<anonymous> (/srv/app/index.js:1:2)';

function expectClean(answer: { bytes: Buffer }) {
  expect(answer.bytes.toString()).not.toMatch(/arn:|123456789012|AKIA|\/srv|node_modules|Object\.<|\.[jt]s:/);
}

const named: [string, string, number, number][] = [
  ['GetProfile', 'InternalServerException', 500, 502],
  ['GetProfile', 'ValidationException', 400, 400],
  ['GetProfile', 'ThrottlingException', 429, 429],
  ['GetProfile', 'ResourceNotFoundException', 404, 404],
  ['GetSessionsStatisticsAggregation', 'AccessDeniedException', 403, 403],
  ['GetSessionsStatisticsAggregation', 'InternalServerErrorException', 500, 502],
  ['GetSessionsStatisticsAggregation', 'ResourceNotFoundException', 404, 404],
  ['GetSessionsStatisticsAggregation', 'ThrottlingException', 429, 429],
  ['GetSessionsStatisticsAggregation', 'ValidationException', 400, 400],
  ['GetCanaryRuns', 'InternalServerException', 500, 502],
  ['GetCanaryRuns', 'ValidationException', 400, 400],
  ['GetCanaryRuns', 'ResourceNotFoundException', 404, 404],
];

test.each(named)('%s: %s', async (operation, code, awsStatus, status) => {
  const answer = await withFault(operation, { kind: 'exception', code, status: awsStatus, message: SECRETS });
  expect(answer.status).toBe(status);
  expect(answer.body.error).toMatchObject({ code, status, requestId: expect.any(String) });
  expect(answer.body.error.message).toMatch(/\.$/);
  expectClean(answer);
});

describe.each(operations)('%s', (operation) => {
  test('names the action of a missing permission', async () => {
    const fault: Fault = { kind: 'exception', code: 'AccessDeniedException', status: 403, message: SECRETS };
    const answer = await withFault(operation, fault);
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toMatch(
      new RegExp(`(codeguru-profiler|deadline|synthetics):${operation}\\b`),
    );
    expectClean(answer);
  });

  test.each<[string, Fault]>([
    ['text', { kind: 'text', status: 200, text: 'it works' }],
    ['HTML', { kind: 'text', status: 200, text: '<html><h1>Sign in</h1>', contentType: 'text/html' }],
    ['nothing', { kind: 'empty' }],
    ['a JSON number', { kind: 'text', status: 200, text: '5', contentType: 'application/json' }],
    ['another object', { kind: 'text', status: 200, text: '{"a":1}', contentType: 'application/json' }],
  ])('calls %s a bad answer', async (_, fault) => {
    const answer = await withFault(operation, fault);
    expect(answer.body.error).toMatchObject({ code: 'BadAnswer', status: 502, retryable: true });
    expectClean(answer);
  });
});

/** The clients handle connections the same for all operations: one of each client is enough. */
describe.each(['GetProfile', 'ListFarms', 'GetCanaryRuns'])('%s', (operation) => {
  test('survives a 503 with text', async () => {
    const answer = await withFault(operation, { kind: 'text', status: 503, text: 'Service Unavailable' });
    expect(answer.status).toBe(502);
    expect(answer.body.error.retryable).toBe(true);
  });

  test('reports a reset connection', async () => {
    const answer = await withFault(operation, { kind: 'reset' });
    expect(answer.body.error).toMatchObject({ code: 'ECONNRESET', status: 502, retryable: true });
  });

  test('times out without an answer', async () => {
    process.env.TRIPTYCH_AWS_TIMEOUT_MS = '150';
    const answer = await withFault(operation, { kind: 'hang' });
    expect(answer.body.error).toMatchObject({ code: 'TimeoutError', status: 504, retryable: true });
  });

  test('reports that nothing listens at the endpoint', async () => {
    pointAt('http://127.0.0.1:1', { TRIPTYCH_AWS_TIMEOUT_MS: '10000' });
    const answer = await requests[operation]?.();
    expect(answer?.body.error).toMatchObject({ code: 'ECONNREFUSED', status: 502, retryable: true });
  });
});

test('retries a single failure of AWS without showing it', async () => {
  const fault: Fault = { kind: 'exception', code: 'InternalServerException', status: 500, message: 'oops' };
  expect((await withFault('ListProfilingGroups', fault, 1)).status).toBe(200);
});

const throttling = (retryAfter: string): Fault => ({
  kind: 'exception',
  code: 'ThrottlingException',
  status: 429,
  message: 'slow down',
  headers: { 'retry-after': retryAfter },
});

describe.each(operations)('a long Retry-After of %s', (operation) => {
  const expectOneCall = () => expect(aws.world.faults.remaining(operation)).toBe(FAULTS - 1);

  test('reaches the viewer immediately as throttling', async () => {
    const answer = await withFault(operation, throttling('30'));
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(answer.body.error).toMatchObject({
      code: 'ThrottlingException',
      retryAfterSeconds: 30,
      retryable: true,
      requestId: expect.any(String),
      message: expect.stringMatching(/ Retrying in 30 s\.$/),
    });
    expectOneCall();
  });

  test('does so through a client that another bundle made', async () => {
    forgetEverything();
    vi.resetModules();
    const { deadlineClient, profilerClient, syntheticsClient } = await import('./clients');
    await Promise.all([deadlineClient.get(), profilerClient.get(), syntheticsClient.get()]);
    aws.world.faults.inject(operation, throttling('30'), FAULTS);
    const answer = await requests[operation]?.();
    expect(answer?.body.error).toMatchObject({
      code: 'ThrottlingException',
      status: 429,
      retryAfterSeconds: 30,
    });
    expectOneCall();
  });

  test('may be a date', async () => {
    const answer = await withFault(operation, throttling(new Date(Date.now() + 40_000).toUTCString()));
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(30);
    expectOneCall();
  });
});

test('retries after a short Retry-After without showing it', async () => {
  const ofEachClient = ['ListProfilingGroups', 'ListFarms', 'DescribeCanaries'];
  for (const operation of ofEachClient) aws.world.faults.inject(operation, throttling('1'), 1);
  const answers = await Promise.all(ofEachClient.map((operation) => requests[operation]?.()));
  expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 200]);
  expect(ofEachClient.map((operation) => aws.world.faults.remaining(operation))).toEqual([0, 0, 0]);
});

test('a Retry-After of hours is limited to one', async () => {
  const answer = await withFault('StartSessionsStatisticsAggregation', throttling('7200'));
  expect(answer.headers.get('retry-after')).toBe('3600');
  expect(answer.body.error.message).toBe(
    'Another aggregation is running on this farm, and Deadline Cloud runs one at a time. Retrying in 3600 s.',
  );
});

test('the last runs of canaries report throttling in their warning', async () => {
  forgetEverything();
  aws.world.faults.inject('DescribeCanariesLastRun', throttling('30'), 10);
  expect((await callRoute(getCanaries)).body).toMatchObject({
    warnings: ['The last runs are missing. CloudWatch Synthetics is throttling requests. Retrying in 30 s.'],
    incomplete: { code: 'ThrottlingException', retryAfterSeconds: 30 },
  });
});

test.each([
  ['ExpiredTokenException', 403, /have expired/],
  ['UnrecognizedClientException', 403, /does not accept the credentials/],
  ['InvalidSignatureException', 403, /does not accept the credentials/],
])('%s is a problem of the credentials', async (code, awsStatus, sentence) => {
  const fault: Fault = { kind: 'exception', code, status: awsStatus, message: SECRETS };
  const answer = await withFault('ListProfilingGroups', fault);
  expect(answer.body.error).toMatchObject({ code, status: 503, retryable: true });
  expect(answer.body.error.message).toMatch(sentence);
  expectClean(answer);
});

test('lists canaries with a warning when their last runs fail', async () => {
  const fault: Fault = { kind: 'exception', code: 'AccessDeniedException', status: 403, message: SECRETS };
  forgetEverything();
  aws.world.faults.inject('DescribeCanariesLastRun', fault, 10);
  const answer = await callRoute(getCanaries);
  expect(answer).toMatchObject({ status: 200, body: { partial: true } });
  expect(answer.body.warnings[0]).toMatch(/^The last runs are missing\..*synthetics:DescribeCanariesLastRun/);
  expectClean(answer);
});

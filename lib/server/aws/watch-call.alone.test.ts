import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { getFarm } from '../deadline/get-farm';
import { listFarms } from '../deadline/list-farms';
import { openLog } from '../log/log';
import { metricsText } from '../metrics/metrics';
import { forgetEverything, pointAt, startTestAws, type TestAws } from '../test-support';

let aws: TestAws;
let lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  aws = await startTestAws();
  pointAt(aws.url);
  openLog({ level: 'info', destination: { write: (line) => void lines.push(JSON.parse(line)) } });
});

afterAll(() => aws.close());

beforeEach(() => {
  lines = [];
  forgetEverything();
});

afterEach(() => {
  vi.restoreAllMocks();
  aws.world.faults.clear();
});

/** The value of a metric; 0 before it was first counted. */
async function metricOf(nameAndLabels: string): Promise<number> {
  const { text } = await metricsText();
  const line = text.split('\n').find((each) => each.startsWith(`triptych_${nameAndLabels} `));
  return Number(line?.split(' ').at(-1) ?? 0);
}

/** By how much each metric grows while something is done. */
async function growthOf<Name extends string>(names: readonly Name[], work: () => Promise<unknown>) {
  const before = await Promise.all(names.map(metricOf));
  await work();
  const after = await Promise.all(names.map(metricOf));
  return after.map((value, at) => value - (before[at] ?? 0));
}

const LIST = 'source="default",operation="ListFarms"';
const ATTEMPTS = 'source="default",command="ListFarms"';

test('counts a call, and an answer from memory the next time', async () => {
  const names = [
    `aws_calls_total{${LIST},result="ok"}`,
    `aws_call_seconds_count{${LIST}}`,
    `aws_attempts_total{${ATTEMPTS},kind="first"}`,
    'answers_total{tier="aws"}',
    'answers_total{tier="memory"}',
  ];
  expect(await growthOf(names, () => listFarms(undefined))).toEqual([1, 1, 1, 1, 0]);
  expect(await growthOf(names, () => listFarms(undefined))).toEqual([0, 0, 0, 0, 1]);
  expect(await metricOf(`aws_calls_in_flight{${LIST}}`)).toBe(0);
  expect(lines).toEqual([]);
});

test('counts retries and throttles of a call that succeeds in the end', async () => {
  const throttled = { kind: 'exception', code: 'ThrottlingException', status: 429, message: '' } as const;
  aws.world.faults.inject('ListFarms', throttled, 1);
  const names = [
    `aws_calls_total{${LIST},result="ok"}`,
    `aws_attempts_total{${ATTEMPTS},kind="first"}`,
    `aws_attempts_total{${ATTEMPTS},kind="retry"}`,
    `aws_throttles_total{${ATTEMPTS}}`,
  ];
  expect(await growthOf(names, () => listFarms(undefined))).toEqual([1, 1, 1, 1]);
});

test('logs and counts a failed call with its class and AWS’s request id, without AWS’s message', async () => {
  const message = 'User: arn:aws:sts::123456789012:assumed-role/Admin/jane is not authorized';
  aws.world.faults.inject(
    'ListFarms',
    { kind: 'exception', code: 'AccessDeniedException', status: 403, message },
    1,
  );
  const [denied] = await growthOf([`aws_calls_total{${LIST},result="denied"}`], () =>
    expect(listFarms(undefined)).rejects.toMatchObject({ problem: { status: 403 } }),
  );
  expect(denied).toBe(1);
  expect(lines).toEqual([
    {
      level: 'warn',
      time: expect.any(String),
      operation: 'ListFarms',
      result: 'denied',
      error: 'AccessDeniedException',
      awsStatus: 403,
      awsRequestId: expect.stringMatching(/^[\w-]+$/),
      ms: expect.any(Number),
      msg: 'AWS call failed: ListFarms',
    },
  ]);
});

test('logs what does not exist as information', async () => {
  await expect(getFarm('farm-0123456789abcdef0123456789abcdef')).rejects.toThrow();
  expect(lines).toMatchObject([{ level: 'info', result: 'notFound' }]);
});

test('logs a bad answer of a call', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const text = JSON.stringify({ farms: [{ farmId: 5 }] });
  aws.world.faults.inject(
    'ListFarms',
    { kind: 'text', status: 200, text, contentType: 'application/json' },
    3,
  );
  await expect(listFarms(undefined)).rejects.toMatchObject({ problem: { status: 502 } });
  expect(lines.filter(({ level }) => level === 'warn')).toMatchObject([{ result: 'badAnswer' }]);
});

test('counts a call that nobody waits for any more as aborted, and logs nothing', async () => {
  aws.world.faults.inject('ListFarms', { kind: 'hang' }, 1);
  const left = new AbortController();
  const [aborted] = await growthOf([`aws_calls_total{${LIST},result="aborted"}`], async () => {
    const asked = listFarms(undefined, left.signal);
    left.abort(new Error('left'));
    await expect(asked).rejects.toThrow('left');
  });
  expect(aborted).toBe(1);
  expect(lines).toEqual([]);
});

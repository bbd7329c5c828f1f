import { DeadlineClient, ListJobsCommand } from '@aws-sdk/client-deadline';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { GET as getNames } from '@/app/api/farms/[farmId]/queues/[queueId]/job-names/route';
import { callRoute, pointAt, startTestAws, type TestAws } from '../test-support';

let aws: TestAws;
let farmId: string;
let queueId: string;
let jobs: { jobId: string; name: string }[];

beforeAll(async () => {
  aws = await startTestAws({ sample: true });
  pointAt(aws.url);
  const [farm] = aws.world.farms.farms;
  farmId = farm?.farmId ?? '';
  queueId = farm?.queues[0]?.queueId ?? '';
  const client = new DeadlineClient({ endpoint: aws.url, region: 'us-east-1', disableHostPrefix: true });
  const page = await client.send(new ListJobsCommand({ farmId, queueId, maxResults: 3 }));
  jobs = (page.jobs ?? []).map(({ jobId = '', name = '' }) => ({ jobId, name }));
});
beforeEach(() => pointAt(aws.url));
afterEach(() => aws.world.faults.clear());
afterAll(() => aws.close());

const names = (jobIds: string[]) =>
  callRoute(getNames, { path: `/?jobIds=${jobIds.join()}`, params: { farmId, queueId } });
const ids = () => jobs.map(({ jobId }) => jobId);
const NONE = `job-${'0'.repeat(32)}`;

test('returns the names of jobs, requested once by everyone who asks for the same', async () => {
  const { status, body } = await names(ids());
  expect(status).toBe(200);
  expect(jobs).toHaveLength(3);
  expect(body).toMatchObject({ data: jobs, partial: false, warnings: [] });
  const denied = { kind: 'exception', code: 'AccessDeniedException', status: 403, message: 'no' } as const;
  aws.world.faults.inject('BatchGetJob', denied, 1);
  expect((await names(ids().toReversed())).status).toBe(200);
  expect(aws.world.faults.remaining('BatchGetJob')).toBe(1);
});

test('reports jobs that AWS does not find, in addition to the others', async () => {
  const { body } = await names([...ids(), NONE]);
  expect(body.data).toEqual(jobs);
  expect(body.partial).toBe(true);
  expect(body.warnings).toEqual(['1 job has no name any more: AWS doesn’t find it.']);
});

test('reports each kind of error that AWS has for single jobs', async () => {
  const error = (n: number, code: string) => ({
    farmId,
    queueId,
    jobId: `${NONE}${n}`,
    code,
    message: 'secret',
  });
  const errors = [
    error(1, 'AccessDeniedException'),
    error(2, 'AccessDeniedException'),
    error(3, 'ThrottlingException'),
  ];
  const text = JSON.stringify({ jobs: [], errors });
  aws.world.faults.inject(
    'BatchGetJob',
    { kind: 'text', status: 200, text, contentType: 'application/json' },
    1,
  );
  expect((await names([NONE])).body.warnings).toEqual([
    '2 jobs have no name, because AWS denied deadline:BatchGetJob for them.',
    '1 job has no name, because deadline:BatchGetJob failed for it.',
  ]);
});

test.each(['', 'job-1', `${NONE},${NONE}`, `${NONE},`])('refuses the ids %j', async (text) => {
  const { status, body } = await callRoute(getNames, {
    path: `/?jobIds=${text}`,
    params: { farmId, queueId },
  });
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ code: 'BadInput', field: 'jobIds' });
});

test('refuses more ids than AWS takes at once', async () => {
  const many = Array.from({ length: 101 }, (_, n) => `job-${String(n).padStart(32, '0')}`);
  expect((await names(many)).status).toBe(400);
  expect((await names(many.slice(1))).status).toBe(200);
});

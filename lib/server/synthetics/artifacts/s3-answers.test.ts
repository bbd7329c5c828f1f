import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ARTIFACTS_DENIED } from '@/lib/canary/artifacts/run-artifacts';
import { s3Error, s3Page, startAnsweringS3 } from '../../s3/answering-s3-for-test';
import { startCanaryInS3 } from './s3-artifacts-for-test';

let canary: Awaited<ReturnType<typeof startCanaryInS3>>;
let s3: Awaited<ReturnType<typeof startAnsweringS3>>;
beforeAll(async () => {
  canary = await startCanaryInS3();
  s3 = await startAnsweringS3();
});
beforeEach(() => canary.pointAtS3(s3.url));
afterAll(async () => {
  s3.close();
  await canary.close();
});

const USER = 'User: arn:aws:sts::123456789012:assumed-role/Dashboard/x is';
const BECAUSE = 'because no identity-based policy allows it';

test.each([
  ['list', `${USER} not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::b"`, 's3:ListBucket'],
  ['list', 'Access Denied', 's3:ListBucket'],
  ['text', 'Access Denied', 's3:GetObject'],
  [
    'text',
    `${USER} not authorized to perform: kms:Decrypt on arn:aws:kms:eu:1:key/2 ${BECAUSE}`,
    'kms:Decrypt',
  ],
] as const)('names the missing action of a denied %s: %s', async (what, message, action) => {
  s3.onRequest(s3Error(403, 'AccessDenied', message));
  const { status, body, bytes } = await canary.call(what, what === 'text' ? { file: 'run.log' } : {});
  expect(status).toBe(403);
  expect(body.error).toMatchObject({ code: ARTIFACTS_DENIED, retryable: false });
  expect(body.error).not.toHaveProperty('retryAfterSeconds');
  expect(body.error.message).toMatch(
    action === 'kms:Decrypt'
      ? 'AWS denied kms:Decrypt. Add it to the IAM policy of the dashboard’s server.'
      : `AWS denied ${action}. Add it to the IAM policy of the dashboard’s server for the bucket of the artifacts, or open them in the AWS console.`,
  );
  expect(bytes.toString()).not.toMatch(/arn:|123456789012|policy allows/);
});

test('says that an archived object must be restored', async () => {
  s3.onRequest(
    s3Error(403, 'InvalidObjectState', 'The operation is not valid for the object’s storage class'),
  );
  const { status, body } = await canary.call('text', { file: 'run.log' });
  expect([status, body.error.message]).toEqual([
    409,
    'run.log is archived in S3. Restore it in the AWS console to open it.',
  ]);
});

test.each([
  ['NoSuchBucket', 'The bucket of these artifacts does not exist. It may have been deleted.'],
  ['NoSuchKey', 'run.log does not exist. It may have been deleted.'],
])('tells what is gone when a file can’t be opened: %s', async (code, sentence) => {
  s3.onRequest(s3Error(404, code, 'gone'));
  const { status, body } = await canary.call('text', { file: 'run.log' });
  expect([status, body.error.message]).toEqual([404, sentence]);
});

test.each([
  [400, 'InvalidToken', 503, /does not accept the credentials/],
  [404, 'NoSuchBucket', 404, /^The bucket of these artifacts does not exist/],
  [301, 'PermanentRedirect', 502, /^Amazon S3 rejected the request for the list of artifacts \(status 301\)/],
  [409, 'OperationAborted', 409, /^Amazon S3 rejected the request for the list of artifacts \(status 409\)/],
])('has a sentence for %s %s', async (status, code, own, sentence) => {
  s3.onRequest(s3Error(status, code, USER));
  const { status: answered, body, bytes } = await canary.call('list');
  expect([answered, body.error.status]).toEqual([own, own]);
  expect(body.error.message).toMatch(sentence);
  expect(bytes.toString()).not.toMatch(/arn:/);
});

test('says that local-aws has no S3 where it takes the place of all services', async () => {
  canary.pointAtS3('');
  const { status, body } = await canary.call('list');
  expect([status, body.error.message]).toEqual([
    502,
    'The service at the configured endpoint does not support s3:ListBucket.',
  ]);
});

/** Answers for a bucket that is in another region than the canary, and says so to calls in any other. */
function answerFrom(region: string, sentTo: string[]) {
  s3.onRequest((request, response) => {
    const scope = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
    sentTo.push(scope);
    if (scope === region) return response.end(s3Page([`${canary.prefix}/run.log`]));
    s3Error(301, 'PermanentRedirect', 'elsewhere', { 'x-amz-bucket-region': region })(request, response);
  });
}

test('follows a bucket to its region, and remembers it for all calls', async () => {
  const sentTo: string[] = [];
  answerFrom('eu-central-1', sentTo);
  const { body } = await canary.call('list');
  expect(body.data.files).toEqual([{ name: 'run.log', kind: 'log', bytes: 1 }]);
  await canary.call('text', { file: 'run.log' });
  expect(sentTo).toEqual(['us-east-1', 'eu-central-1', 'eu-central-1']);
});

test('does not follow a redirection for ever', async () => {
  const sentTo: string[] = [];
  answerFrom('no region', sentTo);
  expect((await canary.call('list')).status).toBe(502);
  expect(sentTo).toEqual(['us-east-1']);
});

/** Answers with `pageCount` pages of a thousand objects; the last object is the report. */
function answerWithPages(pageCount: number) {
  s3.onRequest(({ url = '' }, response) => {
    const page = Number(new URL(url, s3.url).searchParams.get('continuation-token') ?? 0);
    const isLast = page === pageCount - 1;
    const keys = Array.from({ length: 1000 }, (_, n) => `${canary.prefix}/${page}-${n}+%2B.png`);
    if (isLast) keys[999] = `${canary.prefix}/SyntheticsReport-FAILED.json`;
    response.end(s3Page(keys, isLast ? undefined : String(page + 1)));
  });
}

test('reads all pages to find the report among thousands of files', async () => {
  answerWithPages(3);
  const { data } = (await canary.call('list')).body;
  expect(s3.requests).toHaveLength(3);
  expect([data.files.length, data.isCut]).toEqual([200, true]);
  expect(data.files[0]).toEqual({ name: '0-0 +.png', kind: 'screenshot', bytes: 1 });
  expect(data.files.at(-1).name).toBe('SyntheticsReport-FAILED.json');
});

test('reads ten pages at most', async () => {
  answerWithPages(30);
  const { data } = (await canary.call('list')).body;
  expect([s3.requests.length, data.files.length, data.isCut]).toEqual([10, 200, true]);
});

/** Settles when the client has closed the connection, whatever it left unread. */
const closing = ({ socket }: IncomingMessage) => new Promise((resolve) => socket.once('close', resolve));

test('ends the connection without reading an object that is too large', async () => {
  let closed: Promise<unknown> | undefined;
  s3.onRequest((request, response) => {
    closed = closing(request);
    response.writeHead(200, { 'content-length': 50 * 1024 * 1024 });
    response.write('{');
  });
  const { status, body } = await canary.call('waterfall', { file: 'large.har' });
  expect([status, body.error.message]).toEqual([413, 'large.har has 50 MiB. At most 8 MiB are shown here.']);
  await closed;
});

test('reads no more than the maximum of an object that doesn’t tell its size', async () => {
  let closed: Promise<unknown> | undefined;
  s3.onRequest((request, response) => {
    closed = closing(request);
    for (let mebibyte = 0; mebibyte < 9; mebibyte++) response.write(Buffer.alloc(1024 * 1024, 32));
  });
  const { status, body } = await canary.call('waterfall', { file: 'endless.har' });
  expect([status, body.error.message]).toEqual([
    502,
    'AWS returned more than 8 MiB, the maximum that the dashboard accepts.',
  ]);
  await closed;
});

test('ends the connection when the viewer leaves in the middle of an object', async () => {
  const leaving = new AbortController();
  let closed: Promise<unknown> | undefined;
  s3.onRequest((request, response) => {
    closed = closing(request);
    response.writeHead(200, { 'content-length': 100 });
    response.write('x', () => leaving.abort());
  });
  expect((await canary.call('text', { file: 'run.log' }, leaving.signal)).status).toBe(499);
  await closed;
});

test('ends a silent object after the time limit', async () => {
  vi.stubEnv('TRIPTYCH_AWS_TIMEOUT_MS', '200');
  s3.onRequest((_, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('x');
  });
  const { status, body } = await canary.call('text', { file: 'run.log' });
  vi.unstubAllEnvs();
  expect([status, body.error.message]).toEqual([504, 'Amazon S3 took too long to return the artifact.']);
});

test('makes no request for a location that a link made up', async () => {
  s3.onRequest((_, response) => response.end(s3Page([])));
  const { status } = await canary.call('list', {
    location: canary.location.replace('login-flow', 'checkout'),
  });
  expect([status, s3.requests.length]).toEqual([400, 0]);
});

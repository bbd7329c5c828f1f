import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestS3 } from '../../s3/s3-for-test';
import { startCanaryInS3 } from './s3-artifacts-for-test';

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');
const REPORT = {
  steps: [
    { stepName: 'pay', status: 'FAILED', failureReason: 'no answer', screenshots: ['01 pay+50% “now”.png'] },
  ],
};
const HAR = {
  log: {
    entries: [
      {
        startedDateTime: '2026-11-24T14:30:00.500Z',
        time: 120,
        request: { method: 'GET', url: 'https://shop.example/pay' },
        response: { status: 503, content: { size: 12 } },
      },
    ],
  },
};
const STRANGE = ['01 pay+50% “now”.png', "l'été #2 &?=.log", '%2e%2e%2fx.txt', 'tilde~(1)!*.txt'];

let canary: Awaited<ReturnType<typeof startCanaryInS3>>;
let s3: Awaited<ReturnType<typeof startTestS3>>;
let put: (file: string, body: string | Uint8Array) => Promise<void>;
beforeAll(async () => {
  canary = await startCanaryInS3();
  s3 = await startTestS3([canary.bucket, 'another-bucket']);
  put = (file, body) => s3.put(canary.bucket, `${canary.prefix}/${file}`, body);
  await put('SyntheticsReport-FAILED.json', JSON.stringify(REPORT));
  await put('results.har', JSON.stringify(HAR));
  await put('garbage.har', 'not JSON');
  await put('run.log', `${'x'.repeat(100_000)}the end`);
  await put('page.png', '<script>alert(1)</script>');
  await put('.hidden', 'x');
  await put('', '');
  await put(`${'l'.repeat(201)}.log`, 'x');
  await put('folder/inside.txt', 'inside');
  await put('folder/', '');
  await put('folder/.hidden', 'x');
  await put('a\tb.txt', 'x');
  for (const file of STRANGE) await put(file, file.endsWith('.png') ? PNG : `text of ${file}`);
  await put('large.har', Buffer.alloc(50 * 1024 * 1024));
  await s3.put(canary.bucket, 'secret.txt', 'secret');
  await s3.put(canary.bucket, `${canary.prefix}-other/run.log`, 'secret');
  await s3.put('another-bucket', `${canary.prefix}/run.log`, 'secret');
});
beforeEach(() => canary.pointAtS3(s3.url));
afterAll(async () => {
  await s3.close();
  await canary.close();
});

test('lists the files of the run, whatever characters are in their names, and counts those with odd ones', async () => {
  const { status, body } = await canary.call('list');
  expect(status).toBe(200);
  expect(body.data).toMatchObject({ state: 'listed', isCut: false, oddNameCount: 4 });
  expect(body.data.files.map(({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`)).toEqual([
    'log %2e%2e%2fx.txt',
    'screenshot 01 pay+50% “now”.png',
    'report SyntheticsReport-FAILED.json',
    'log folder/inside.txt',
    'har garbage.har',
    "log l'été #2 &?=.log",
    'har large.har',
    'screenshot page.png',
    'har results.har',
    'log run.log',
    'log tilde~(1)!*.txt',
  ]);
  expect(body.data.files[6].bytes).toBe(50 * 1024 * 1024);
});

test('opens a report, an archive and the end of a log', async () => {
  const report = await canary.call('report', { file: 'SyntheticsReport-FAILED.json' });
  expect(report.body.data.steps).toEqual([
    { name: 'pay', status: 'FAILED', reason: 'no answer', screenshots: ['01 pay+50% “now”.png'] },
  ]);
  const waterfall = await canary.call('waterfall', { file: 'results.har' });
  expect(waterfall.body.data).toMatchObject({ requestCount: 1, requests: [{ status: 503, bytes: 12 }] });
  const log = await canary.call('text', { file: 'run.log' });
  expect([log.body.data.leftOut, log.body.data.text.slice(-7)]).toEqual([7, 'the end']);
});

test('opens a file in a folder', async () => {
  expect((await canary.call('text', { file: 'folder/inside.txt' })).body.data.text).toBe('inside');
});

test.each(STRANGE.filter((file) => !file.endsWith('.png')))('opens %s', async (file) => {
  expect((await canary.call('text', { file })).body.data.text).toBe(`text of ${file}`);
});

test('sends a picture as one by its bytes alone, never to be sniffed, run or framed', async () => {
  const typeOf = async (file: string) => {
    const { status, headers } = await canary.call('file', { file });
    expect([status, headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
    expect(headers.get('content-security-policy')).toMatch(/sandbox/);
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    return headers.get('content-type');
  };
  expect(await typeOf('01 pay+50% “now”.png')).toBe('image/png');
  expect(await typeOf('page.png')).toBe('application/octet-stream');
});

test.each([
  ['large.har', 413, 'large.har has 50 MiB. At most 8 MiB are shown here.'],
  ['garbage.har', 422, 'garbage.har can’t be shown, because it is not JSON.'],
  ['missing.har', 404, 'missing.har does not exist. It may have been deleted.'],
])('tells in words why %s has no waterfall', async (file, status, message) => {
  const answer = await canary.call('waterfall', { file });
  expect([answer.status, answer.body.error.message]).toEqual([status, message]);
});

test('tells that a run has no files', async () => {
  const { body } = await canary.call('list', { location: canary.location.replace('14/30', '15/30') });
  expect(body.data).toEqual({ state: 'gone', isLocal: false });
});

const BASE = () => canary.location.slice(0, canary.location.indexOf('/2026'));

test.each([
  ['the bucket', () => canary.bucket],
  ['the folder of all runs', () => BASE()],
  ['the folder of an hour', () => canary.location.replace(/\/30-00-123$/, '')],
  ['a folder with a similar name', () => `${canary.location}-other`],
  ['a folder within a run', () => `${canary.location}/folder`],
  ['the folder of a canary with a similar name', () => canary.location.replace(BASE(), `${BASE()}-other`)],
  ['the same prefix in another bucket', () => canary.location.replace(canary.bucket, 'another-bucket')],
  ['a way up', () => `${canary.location}/../../../../../../..`],
  ['an encoded way up', () => `${canary.location}/%2e%2e`],
  ['an empty folder', () => canary.location.replace('/2026', '//2026')],
  ['an ARN', () => `arn:aws:s3:::${canary.location}`],
])('reads nothing from %s', async (_, location) => {
  for (const what of ['list', 'text', 'file'] as const) {
    const answer = await canary.call(what, {
      location: location(),
      ...(what !== 'list' && { file: 'run.log' }),
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe('location must be that of a run of the canary.');
  }
});

test.each([
  '../30-00-123-other/run.log',
  '..',
  'folder/../../secret.txt',
  'folder/.hidden',
  'folder//inside.txt',
  '.hidden',
  '',
])('refuses the file %j', async (file) => expect((await canary.call('text', { file })).status).toBe(400));

import { execFileSync } from 'node:child_process';
import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET as getFile } from '@/app/api/canaries/[name]/artifacts/file/route';
import { GET as getReport } from '@/app/api/canaries/[name]/artifacts/report/route';
import { GET as getList } from '@/app/api/canaries/[name]/artifacts/route';
import { GET as getText } from '@/app/api/canaries/[name]/artifacts/text/route';
import { GET as getWaterfall } from '@/app/api/canaries/[name]/artifacts/waterfall/route';
import { callRoute, pointAt, temporaryFolder } from '../../test-support';

const CANARY = 'bucket/canary/us-east-1/login-3f9-0123456789ab/2026/11/24';
const RUN = `${CANARY}/14/32-10-000`;
const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let run: string;
beforeAll(async () => {
  data = await temporaryFolder();
  run = join(data.folder, 'artifacts', RUN);
  await mkdir(run, { recursive: true });
  await writeFile(join(data.folder, 'secret.txt'), 'secret');
  await writeFile(join(run, 'SyntheticsReport-FAILED.json'), JSON.stringify(REPORT));
  await writeFile(join(run, 'results.har'), JSON.stringify(HAR));
  await writeFile(join(run, '01-home.png'), PNG);
  await writeFile(join(run, 'page.png'), '<script>alert(1)</script>');
  await writeFile(join(run, 'run.log'), `${'x'.repeat(100_000)}the end`);
  await writeFile(join(run, 'broken.har'), '{"log":');
  await writeFile(join(run, 'other.har'), '[1, 2]');
  await writeFile(join(run, 'many.har'), JSON.stringify({ log: { entries: MANY } }));
  await writeFile(join(run, 'zeros.har'), JSON.stringify({ log: { entries: Array(10_001).fill(0) } }));
  await symlink(join(data.folder, 'secret.txt'), join(run, 'link.txt'));
  await mkdir(join(run, 'folder.txt', 'deeper'), { recursive: true });
  await writeFile(join(run, 'folder.txt', 'deeper', 'step 1.png'), PNG);
  await writeFile(join(run, 'folder.txt', 'SyntheticsReport-PASSED.json'), JSON.stringify(REPORT));
  await symlink(data.folder, join(run, 'linked'));
  await writeFile(join(run, '.hidden.log'), '');
  await symlink(data.folder, join(data.folder, 'artifacts', CANARY, '15'));
  const large = await open(join(run, 'large.har'), 'w');
  await large.truncate(50 * 1024 * 1024);
  await large.close();
  pointAt('http://127.0.0.1:9', { TRIPTYCH_LOCAL_AWS: 'http://127.0.0.1:9', TRIPTYCH_DATA: data.folder });
});
afterAll(async () => {
  delete process.env.TRIPTYCH_LOCAL_AWS;
  delete process.env.TRIPTYCH_DATA;
  await data.remove();
});

const REPORT = {
  steps: [
    {
      stepName: 'open',
      startTime: '2026-11-24T14:32:10.000Z',
      endTime: '2026-11-24T14:32:11.000Z',
      status: 'PASSED',
    },
    {
      name: 'pay',
      status: 'FAILED',
      failureReason: 'no answer',
      screenshots: [{ fileName: '01-home.png' }, '../x.png', 7],
    },
    'not a step',
  ],
};

const HAR = {
  log: {
    entries: [
      {
        startedDateTime: '2026-11-24T14:32:10.500Z',
        time: 120,
        request: { method: 'GET', url: 'https://shop.example/late' },
        response: { status: 503, content: { size: 12, mimeType: 'text/html' } },
        timings: { blocked: -1, dns: -1, wait: 100, receive: 20 },
      },
      {
        startedDateTime: '2026-11-24T14:32:10.000Z',
        time: 'soon',
        request: { method: 'GET', url: `https://shop.example/${'y'.repeat(5000)}` },
        response: 'none',
      },
      { startedDateTime: 'yesterday', request: {} },
      null,
    ],
  },
};

const MANY = Array.from({ length: 600 }, (_, second) => ({
  startedDateTime: new Date(Date.UTC(2026, 10, 24, 14, 0, second)).toISOString(),
  time: 1000,
  request: { method: 'GET', url: 'https://shop.example/' },
  response: { status: 200, content: { size: 10, mimeType: 'text/html' } },
}));

const call = (handler: typeof getFile, query: Record<string, string>, name = 'login') =>
  callRoute(handler, { path: `/?${new URLSearchParams({ location: RUN, ...query })}`, params: { name } });

test('lists plain files, also those in folders, without links and hidden files', async () => {
  const { status, body } = await call(getList, {});
  expect(status).toBe(200);
  expect(body.data).toMatchObject({ state: 'listed', isCut: false, oddNameCount: 1 });
  expect(body.data.files.map(({ name, kind }: { name: string; kind: string }) => `${kind} ${name}`)).toEqual([
    'screenshot 01-home.png',
    'report SyntheticsReport-FAILED.json',
    'har broken.har',
    'report folder.txt/SyntheticsReport-PASSED.json',
    'screenshot folder.txt/deeper/step 1.png',
    'har large.har',
    'har many.har',
    'har other.har',
    'screenshot page.png',
    'har results.har',
    'log run.log',
    'har zeros.har',
  ]);
});

test('reads the steps of a report, whichever names they have', async () => {
  const { body } = await call(getReport, { file: 'SyntheticsReport-FAILED.json' });
  expect(body.data).toEqual({
    stepCount: 3,
    steps: [
      { name: 'open', status: 'PASSED', screenshots: [], started: 1795530730000, completed: 1795530731000 },
      { name: 'pay', status: 'FAILED', reason: 'no answer', screenshots: ['01-home.png'] },
    ],
  });
  expect(body.partial).toBe(true);
});

test('opens files in folders, and finds the screenshots of a report beside it', async () => {
  const file = 'folder.txt/deeper/step 1.png';
  const { status, headers } = await call(getFile, { file });
  expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(headers.get('content-disposition')).toContain('step_1.png');
  const { body } = await call(getReport, { file: 'folder.txt/SyntheticsReport-PASSED.json' });
  expect(body.data.steps[1].screenshots).toEqual(['folder.txt/01-home.png']);
});

test('reads the requests of an archive by their start, and counts its unreadable entries', async () => {
  const { body } = await call(getWaterfall, { file: 'results.har' });
  expect(body.data).toMatchObject({ requestCount: 2, unreadableCount: 2 });
  const [first, second] = body.data.requests;
  expect(first).toMatchObject({ status: 0, durationMs: 0, phases: {} });
  expect(first.url).toHaveLength(2000);
  expect(second).toMatchObject({
    status: 503,
    bytes: 12,
    durationMs: 120,
    phases: { wait: 100, receive: 20 },
  });
});

test('adds up the time and the size of all requests, also of those that are left out', async () => {
  const { body } = await call(getWaterfall, { file: 'many.har' });
  const { requests, requestCount, span, bytes } = body.data;
  expect([requests.length, requestCount, span.to - span.from, bytes]).toEqual([500, 600, 600_000, 6000]);
  expect(body.partial).toBe(true);
});

test('knows no size of all bodies if the archive lacks that of one', async () => {
  const { body } = await call(getWaterfall, { file: 'results.har' });
  expect(body.data.requests.map(({ bytes }: { bytes?: number }) => bytes)).toEqual([undefined, 12]);
  expect(body.data.bytes).toBeUndefined();
});

test.each([
  ['large.har', 413, 'large.har has 50 MiB. At most 8 MiB are shown here.'],
  ['zeros.har', 413, 'zeros.har has 10,001 entries. At most 10,000 are shown here.'],
  ['broken.har', 422, 'broken.har can’t be shown, because it is not JSON.'],
  ['other.har', 422, 'other.har can’t be shown, because it is not an HTTP archive.'],
  ['missing.har', 404, 'missing.har does not exist or can’t be read.'],
])('tells in words why %s has no waterfall', async (file, status, message) => {
  const answer = await call(getWaterfall, { file });
  expect([answer.status, answer.body.error.message]).toEqual([status, message]);
});

test('sends a picture as one by its bytes alone, never to be sniffed, and always to be saved', async () => {
  const typeOf = async (file: string) => {
    const { headers } = await call(getFile, { file });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    return headers.get('content-type');
  };
  expect(await typeOf('01-home.png')).toBe('image/png');
  expect(await typeOf('page.png')).toBe('application/octet-stream');
});

test('reads the end of a long log', async () => {
  const { body } = await call(getText, { file: 'run.log' });
  expect([body.data.leftOut, body.data.text.length, body.data.text.slice(-7)]).toEqual([
    7,
    100_000,
    'the end',
  ]);
});

test('does not wait for a writer of a named pipe', async () => {
  execFileSync('mkfifo', [join(run, 'pipe.txt')]);
  expect((await call(getText, { file: 'pipe.txt' })).status).toBe(404);
});

describe('stays within the folder', () => {
  test.each([
    ['link.txt', 404],
    ['folder.txt', 404],
    ['folder.txt/missing.txt', 404],
    ['missing/run.log', 404],
    ['linked/secret.txt', 404],
    ['folder.txt/../../secret.txt', 400],
    ['../../secret.txt', 400],
    ['..', 400],
    ['', 400],
  ])('refuses the file %j', async (file, status) => {
    expect((await call(getText, { file })).status).toBe(status);
  });

  test.each([`${RUN}/..`, '../../secret.txt', `${CANARY}`, `/${RUN}`])(
    'refuses the location %j',
    async (location) => {
      expect((await call(getText, { location, file: 'run.log' })).status).toBe(400);
    },
  );

  test('follows no link among the folders, and knows no other canary’s runs', async () => {
    const linked = `${CANARY}/15/32-10-000`;
    await mkdir(join(data.folder, '32-10-000'));
    expect((await call(getList, { location: linked })).body.data).toEqual({ state: 'gone', isLocal: true });
    expect((await call(getText, { location: linked, file: 'run.log' })).status).toBe(404);
    expect((await call(getList, {}, 'checkout')).status).toBe(400);
  });
});

test('lists the report and the requests of a folder with too many files, whatever order they are in', async () => {
  const location = `${CANARY}/16/00-00-000`;
  const path = join(data.folder, 'artifacts', location);
  await mkdir(path, { recursive: true });
  const names = Array.from({ length: 250 }, (_, n) => `${String(n).padStart(3, '0')}.png`);
  for (const name of [...names.reverse(), 'SyntheticsReport-PASSED.json', 'z.har'])
    await writeFile(join(path, name), '');
  const { files, isCut } = (await call(getList, { location })).body.data;
  const listed = files.map(({ name }: { name: string }) => name);
  expect([listed.length, isCut]).toEqual([200, true]);
  expect([listed[0], ...listed.slice(-3)]).toEqual([
    '000.png',
    '197.png',
    'SyntheticsReport-PASSED.json',
    'z.har',
  ]);
  for (const name of names) await writeFile(join(path, name.replace('png', 'har')), '');
  const requests = (await call(getList, { location })).body.data.files;
  expect(requests.filter(({ kind }: { kind: string }) => kind === 'report')).toHaveLength(1);
});

test('lists no more than a part of folders with too many files', async () => {
  const location = `${CANARY}/17/00-00-000`;
  const path = join(data.folder, 'artifacts', location);
  let deep = path;
  for (let level = 0; level < 6; level++) deep = join(deep, 'd'.repeat(60));
  await mkdir(deep, { recursive: true });
  await writeFile(join(path, 'run.log'), '');
  await writeFile(join(deep, 'too deep.log'), '');
  expect((await call(getList, { location })).body.data).toMatchObject({
    ...{ isCut: true, oddNameCount: 0, files: [{ name: 'run.log' }] },
  });
});

test('finds no folder where a file has its name', async () => {
  const location = `${CANARY}/14/33-10-000`;
  await writeFile(join(data.folder, 'artifacts', location), '');
  expect((await call(getList, { location })).body.data).toEqual({ state: 'gone', isLocal: true });
  expect((await call(getText, { location, file: 'run.log' })).status).toBe(404);
});

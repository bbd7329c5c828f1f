import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { GET as getHealth } from '@/app/healthz/route';
import { GET as getReady } from '@/app/readyz/route';
import { setDraining } from '../draining';
import { s3Clients } from '../s3/client';
import { S3_KEYS, startTestS3 } from '../s3/s3-for-test';
import { callRoute, temporaryFolder } from '../test-support';

let folder: string;
let remove: () => Promise<void>;

/** Milliseconds; later by more than a check is shared in each test. */
let now = 0;

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
});

afterAll(() => remove());

beforeEach(() => {
  now += 60_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  process.env.TRIPTYCH_DATA = join(folder, String(now));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  setDraining(false);
});

const foreign = { headers: { host: '10.0.3.7:3000' } };

test('the process answers, also for a host that a load balancer uses', async () => {
  expect(await callRoute(getHealth, foreign)).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test('is ready when the data folder can be written and read, also before it exists', async () => {
  const { status, body, headers } = await callRoute(getReady, foreign);
  expect({ status, body }).toEqual({ status: 200, body: { status: 'ready', archive: 'ok' } });
  expect(headers.get('cache-control')).toBe('private, no-store');
});

test('is ready without anywhere to store things, which was not asked for', async () => {
  process.env.TRIPTYCH_DATA = '';
  expect((await callRoute(getReady)).body).toEqual({ status: 'ready', archive: 'off' });
});

test('is not ready while the folder can’t be written, names no path, and is again at once afterwards', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const data = process.env.TRIPTYCH_DATA ?? '';
  await writeFile(data, 'a file, where a folder should be');
  for (let tries = 0; tries < 2; tries++) {
    const { status, body } = await callRoute(getReady);
    expect({ status, body }).toEqual({ status: 503, body: { status: 'not ready', archive: 'failed' } });
  }
  expect(error).toHaveBeenCalledTimes(1);
  process.env.TRIPTYCH_DATA = `${data}-2`;
  expect((await callRoute(getReady)).status).toBe(200);
});

test('shares a good check for ten seconds', async () => {
  expect((await callRoute(getReady)).status).toBe(200);
  process.env.TRIPTYCH_DATA = join(folder, 'file');
  await writeFile(process.env.TRIPTYCH_DATA, '');
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  now += 10_000;
  expect((await callRoute(getReady)).status).toBe(200);
  now += 1;
  expect((await callRoute(getReady)).status).toBe(503);
});

test('is ready while the bucket can be written and read, and asks no other service of AWS', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const s3 = await startTestS3(['archive-bucket']);
  const settings = {
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_S3: s3.url,
    ...S3_KEYS,
    TRIPTYCH_ARCHIVE: 's3://archive-bucket/team',
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  s3Clients.forget();
  expect((await callRoute(getReady)).body).toEqual({ status: 'ready', archive: 'ok' });

  vi.stubEnv('TRIPTYCH_ARCHIVE', 's3://no-such-bucket/team');
  now += 60_000;
  expect((await callRoute(getReady)).body).toEqual({ status: 'not ready', archive: 'failed' });
  await s3.close();
});

test('is not ready while the server stops', async () => {
  setDraining(true);
  const { status, body } = await callRoute(getReady);
  expect({ status, body }).toEqual({ status: 503, body: { status: 'draining' } });
});

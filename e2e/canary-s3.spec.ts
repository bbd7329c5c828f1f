import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { ARTIFACTS_DENIED } from '@/lib/canary/artifacts/run-artifacts';
import type { CanaryRun, RunsPage } from '@/lib/canary/run';
import { CANARY } from './pages';
import { S3_MODE, STEADY, TEST_NOW } from './servers';
import { type APIRequestContext, expect, type Page, test } from './test';
import { TriptychProcess } from './triptych-process';

// One dashboard for all, which takes local-aws and s3rver for AWS.
test.describe.configure({ mode: 'default' });
const DASHBOARD = `http://127.0.0.1:${S3_MODE.port}`;
const S3_URL = `http://127.0.0.1:${S3_MODE.s3Port}`;
const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

let run: CanaryRun;
let s3: S3rver;
let triptych: TriptychProcess;
test.beforeAll(async ({ request }) => {
  run = await failedAnswer(request);
  const directory = join(S3_MODE.data, 's3');
  await rm(directory, { recursive: true, force: true });
  s3 = new S3rver({ port: S3_MODE.s3Port, address: '127.0.0.1', directory, silent: true });
  await s3.run();
  await upload(run.artifactLocation ?? '');
  triptych = new TriptychProcess(['--aws', '--port', String(S3_MODE.port), '--data', S3_MODE.data], {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL: `http://127.0.0.1:${STEADY.localAwsPort}`,
    AWS_ENDPOINT_URL_S3: S3_URL,
    TRIPTYCH_NOW: TEST_NOW,
  });
  await triptych.printed(/triptych listening on /);
});
test.afterAll(async () => {
  await triptych?.stop();
  await s3?.close();
});

/** The newest run that failed because of an answer. */
async function failedAnswer(request: APIRequestContext): Promise<CanaryRun> {
  let token = '';
  do {
    const path = `/api${CANARY}/runs?maxResults=100&nextToken=${encodeURIComponent(token)}`;
    const { runs, nextToken }: RunsPage = (await (await request.get(path)).json()).data;
    const found = runs.find(({ stateReason = '' }) => /answered 5\d\d/.test(stateReason));
    if (found) return found;
    token = nextToken ?? '';
  } while (token !== '');
  throw new Error('There is no run that failed because of an answer.');
}

/** Puts the artifacts of a run of local-aws where AWS has them. */
async function upload(location: string): Promise<void> {
  const client = new S3Client({
    ...{ endpoint: S3_URL, region: 'us-east-1', forcePathStyle: true, credentials: CREDENTIALS },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const [bucket = '', ...folders] = location.split('/');
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const folder = join(STEADY.data, 'artifacts', location);
  // Local-aws writes them after its start, the log last.
  await expect.poll(() => readdir(folder).catch(() => [])).toContain('run.log');
  for (const name of await readdir(folder)) {
    const Key = `${folders.join('/')}/${name}`;
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key, Body: await readFile(join(folder, name)) }),
    );
  }
  client.destroy();
}

async function openRun(page: Page, file = '') {
  await page.goto(`${DASHBOARD}${CANARY}?from=now-24h&to=now&run=${run.id}${file}`);
  return page.getByLabel(/^Run of /).getByRole('region', { name: 'Artifacts' });
}

test('opens steps, requests and screenshots of a run from S3', async ({ page }) => {
  const artifacts = await openRun(page);
  const steps = artifacts.getByRole('list', { name: 'Steps' });
  await expect(steps.getByRole('listitem').last()).toContainText(run.stateReason ?? '');
  await artifacts.getByRole('button', { name: /results\.har/ }).click();
  const status = /answered (\d+)/.exec(run.stateReason ?? '')?.[1];
  await expect(artifacts.getByRole('list', { name: 'Requests by their start' })).toContainText(`▲ ${status}`);
  const picture = steps.getByRole('img').first();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
});

test('says that S3 has no files of another run', async ({ page }) => {
  const { data } = await (await page.request.get(`${DASHBOARD}/api${CANARY}/runs`)).json();
  const other = data.runs.find(({ id, artifactLocation }: CanaryRun) => id !== run.id && artifactLocation);
  await page.goto(`${DASHBOARD}${CANARY}?from=now-24h&to=now&run=${other.id}`);
  await expect(page.getByLabel(/^Run of /)).toContainText('S3 has no files there.');
});

test('names the missing action once, and tries again when told to', async ({ page }) => {
  await page.clock.install();
  const message = 'AWS denied s3:ListBucket.';
  const error = { code: ARTIFACTS_DENIED, message, status: 403, retryable: false };
  let denials = 0;
  await page.route(/\/artifacts\?/, (route) => {
    denials += 1;
    return route.fulfill({ status: 403, json: { error } });
  });
  const artifacts = await openRun(page);
  await expect(artifacts).toContainText(message);
  await page.clock.fastForward('05:00');
  await artifacts.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => denials).toBe(2);
  await page.unroute(/\/artifacts\?/);
  await artifacts.getByRole('button', { name: 'Retry' }).click();
  await expect(artifacts.getByRole('list', { name: 'Steps' })).toBeVisible();
  expect(denials).toBe(2);
});

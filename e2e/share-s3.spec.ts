import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { pictureOf, share } from './kept-picture';
import { SHARED_S3, STEADY, TEST_NOW } from './servers';
import { expect, test } from './test';
import { TriptychProcess } from './triptych-process';

const S3_URL = `http://127.0.0.1:${SHARED_S3.s3Port}`;
const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

let s3: S3rver;
const dashboards: TriptychProcess[] = [];

test.beforeAll(async () => {
  await rm(SHARED_S3.data, { recursive: true, force: true });
  const directory = join(SHARED_S3.data, 's3');
  s3 = new S3rver({ port: SHARED_S3.s3Port, address: '127.0.0.1', directory, silent: true });
  await s3.run();
  const client = new S3Client({
    ...{ endpoint: S3_URL, region: 'us-east-1', forcePathStyle: true, credentials: CREDENTIALS },
  });
  await client.send(new CreateBucketCommand({ Bucket: 'links' }));
  for (const port of SHARED_S3.ports) {
    const dashboard = new TriptychProcess(
      ['--aws', '--port', String(port), '--data', join(SHARED_S3.data, String(port))],
      {
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
        AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
        AWS_ENDPOINT_URL: `http://127.0.0.1:${STEADY.localAwsPort}`,
        AWS_ENDPOINT_URL_S3: S3_URL,
        TRIPTYCH_ARCHIVE: 's3://links/of-a-team',
        TRIPTYCH_NOW: TEST_NOW,
      },
    );
    dashboards.push(dashboard);
    await dashboard.printed(/triptych listening on /);
  }
});
test.afterAll(async () => {
  for (const dashboard of dashboards) await dashboard.stop();
  await s3?.close();
});

test('shows a link of one dashboard on another that shares its S3, also once the first is gone', async ({
  page,
}) => {
  test.slow();
  const [first, second] = SHARED_S3.ports.map((port) => `http://127.0.0.1:${port}`);
  await page.goto(`${first}/?from=now-3h&to=now`);
  const before = await pictureOf(page);
  const link = (await share(page)).replace(first ?? '', second ?? '');
  const expectSame = async () => {
    await page.goto(link);
    await expect(async () => expect(await pictureOf(page)).toEqual(before)).toPass();
  };
  await expectSame();
  await dashboards[0]?.stop();
  await expectSame();

  await page.goto(`${second}/links`);
  await page.getByRole('button', { name: /^Revoke/ }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('No links yet.');
  await page.goto(link);
  await expect(page.getByRole('main')).toContainText('This link was revoked, or it never existed.');
});

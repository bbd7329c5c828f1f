import { afterAll, beforeAll, expect, test } from 'vitest';
import { S3Objects } from '../objects/s3-objects';
import { s3Clients } from '../s3/client';
import { S3_KEYS, startTestS3 } from '../s3/s3-for-test';
import { pointAt, TEST_NOW } from '../test-support';
import { Notes } from './notes';

let s3: Awaited<ReturnType<typeof startTestS3>>;

beforeAll(async () => {
  s3 = await startTestS3(['shared']);
  pointAt('http://127.0.0.1:1', { ...S3_KEYS, AWS_ENDPOINT_URL_S3: s3.url });
  s3Clients.forget();
});
afterAll(() => s3.close());

test('two servers share notes in S3', async () => {
  const place = { bucket: 'shared', prefix: 'triptych' };
  let now = TEST_NOW;
  const instance = () => new Notes({ objects: new S3Objects(place), now: () => now });
  const [one, two] = [instance(), instance()];
  const span = { from: TEST_NOW - 1000, to: TEST_NOW + 1000 };
  const { id } = await one.add({ from: TEST_NOW, text: 'Deploy', kind: 'deploy' });
  await two.add({ from: TEST_NOW + 1, text: 'Rollback' });
  await two.replace(id, { from: TEST_NOW, text: 'Deploy 4.2' });
  now += 10_000;
  for (const each of [one, two])
    expect((await each.inSpan(span)).notes.map(({ text }) => text)).toEqual(['Deploy 4.2', 'Rollback']);
});

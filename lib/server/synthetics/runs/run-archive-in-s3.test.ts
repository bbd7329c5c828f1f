import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { s3Clients } from '../../s3/client';
import { S3_KEYS, startTestS3 } from '../../s3/s3-for-test';
import { TEST_NOW } from '../../test-support';
import { archivingServer, rawRuns, runsSince } from './archiving-server-for-test';

const FROM = TEST_NOW - 1.5 * DAY;

const server = archivingServer();
let s3: Awaited<ReturnType<typeof startTestS3>>;
let count = 0;

beforeAll(async () => {
  s3 = await startTestS3(['archive-bucket']);
});
beforeEach(() => {
  server.useBucket(`s3://archive-bucket/${count++}`);
  Object.assign(process.env, { AWS_ENDPOINT_URL_S3: s3.url, ...S3_KEYS });
  s3Clients.forget();
});
afterAll(() => s3.close());

it('reads from S3 what another server archived, at the cost of one call of AWS', async () => {
  const first = await server.read(FROM);
  expect(first.calls).toBeGreaterThan(20);
  await server.restart();
  const other = await server.read(FROM);
  expect([other.calls, other.loaded]).toEqual([1, first.loaded]);
  expect(runsSince(other, FROM)).toEqual(await rawRuns(FROM));
});

it('reads from AWS while S3 can’t be reached', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const first = await server.read(FROM);
  await server.restart();
  process.env.AWS_ENDPOINT_URL_S3 = 'http://127.0.0.1:9';
  s3Clients.forget();
  const without = await server.read(FROM);
  expect([without.calls, without.loaded]).toEqual([first.calls, first.loaded]);
  expect(log.mock.calls.flat().join()).toContain('nothing is read for 30 s');
});

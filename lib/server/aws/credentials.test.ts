import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { GET as getCanaries } from '@/app/api/canaries/route';
import { GET as getFarms } from '@/app/api/farms/route';
import { GET as getGroups } from '@/app/api/profiling-groups/route';
import { SettableClock } from '@/lib/local-aws/clock';
import { type LocalAws, startLocalAws } from '@/lib/local-aws/server';
import { callRoute, pointAt, TEST_NOW, temporaryFolder } from '../test-support';
import { regionOfProfile } from './region';

let aws: LocalAws;
let folder: string;
let removeFolder: () => Promise<void>;

beforeAll(async () => {
  const temporary = await temporaryFolder();
  folder = temporary.folder;
  removeFolder = temporary.remove;
  const data = join(folder, 'data');
  const clock = new SettableClock(TEST_NOW);
  aws = await startLocalAws({ port: 0, admin: false, folder: data, clock, sample: false });
});

afterAll(async () => {
  await aws.close();
  await removeFolder();
});

beforeEach(async () => {
  const home = join(folder, 'home');
  await rm(home, { recursive: true, force: true });
  await mkdir(join(home, '.aws'), { recursive: true });
  pointAt(aws.url, {
    HOME: home,
    AWS_CONFIG_FILE: join(home, '.aws', 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, '.aws', 'credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
  });
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE', 'AWS_DEFAULT_REGION']) {
    delete process.env[name];
  }
});

const write = (file: string, text: string) => writeFile(join(folder, 'home', '.aws', file), text);

test.each([
  ['CodeGuru Profiler', getGroups],
  ['Deadline Cloud', getFarms],
  ['CloudWatch Synthetics', getCanaries],
])('%s: reports missing credentials and finds them without a restart', async (_, handler) => {
  const without = await callRoute(handler);
  expect(without.body.error).toMatchObject({
    code: 'CredentialsProviderError',
    status: 503,
    retryable: true,
  });
  expect(without.body.error.message).toMatch(/^The dashboard’s server has no AWS credentials\. Set /);

  await write('credentials', '[default]\naws_access_key_id = test\naws_secret_access_key = test\n');
  expect((await callRoute(handler)).status).toBe(200);
});

test.each([
  ['CodeGuru Profiler', getGroups],
  ['Deadline Cloud', getFarms],
  ['CloudWatch Synthetics', getCanaries],
])('%s: asks for `aws sso login` when the SSO session is missing', async (_, handler) => {
  await write(
    'config',
    '[default]\nsso_start_url = https://example.awsapps.com/start\nsso_region = us-east-1\nsso_account_id = 123456789012\nsso_role_name = Reader\n',
  );
  const { body, bytes } = await callRoute(handler);
  expect(body.error).toMatchObject({ code: 'SsoSessionExpired', status: 503, retryable: true });
  expect(body.error.message).toMatch(/`aws sso login`/);
  expect(bytes.toString()).not.toMatch(/123456789012|awsapps/);
});

test('reports a missing region and finds it without a restart', async () => {
  process.env.AWS_ACCESS_KEY_ID = 'test';
  process.env.AWS_SECRET_ACCESS_KEY = 'test';
  delete process.env.AWS_REGION;
  const without = await callRoute(getGroups);
  expect(without.body.error).toMatchObject({ code: 'RegionMissing', status: 503, retryable: true });
  expect(without.body.error.message).toMatch(/AWS_REGION/);

  await write('config', '[default]\nregion = eu-central-1\n');
  expect((await callRoute(getGroups)).status).toBe(200);
});

test('reads the region of a profile from its own section', () => {
  const text = [
    '[default]',
    'region = us-east-1',
    '[profile studio]',
    'sso_region = us-west-2',
    's3 =',
    '  region = nested',
    'region=eu-west-1',
    '[sso-session x]',
    'region = ap-south-1',
  ].join('\n');
  expect(regionOfProfile(text, 'default')).toBe('us-east-1');
  expect(regionOfProfile(text, 'studio')).toBe('eu-west-1');
  expect(regionOfProfile(text, 'other')).toBeUndefined();
});

test('names an environment variable that is invalid', async () => {
  process.env.TRIPTYCH_AWS_TIMEOUT_MS = 'soon';
  const { body } = await callRoute(getGroups);
  expect(body.error).toMatchObject({ code: 'BadConfiguration', status: 503 });
  expect(body.error.message).toMatch(/TRIPTYCH_AWS_TIMEOUT_MS/);
});

import { afterEach, expect, test, vi } from 'vitest';
import { GET } from '@/app/api/aws-place/route';
import { callRoute } from '../test-support';

afterEach(() => vi.unstubAllEnvs());

async function place(environment: Record<string, string>) {
  const unset = ['AWS_DEFAULT_REGION', 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_DEADLINE', 'TRIPTYCH_LOCAL_AWS'];
  for (const name of unset) vi.stubEnv(name, '');
  for (const [name, value] of Object.entries({ AWS_CONFIG_FILE: '/dev/null', ...environment }))
    vi.stubEnv(name, value);
  return (await callRoute(GET)).body;
}

test('names the region, and the endpoint of Deadline Cloud unless it is that of AWS', async () => {
  const AWS_REGION = 'eu-west-1';
  expect((await place({ AWS_REGION })).data).toEqual({ region: AWS_REGION, isLocal: false });
  const AWS_ENDPOINT_URL = 'http://user:secret@proxy:4599';
  expect((await place({ AWS_REGION, AWS_ENDPOINT_URL })).data).toEqual({
    ...{ region: AWS_REGION, endpoint: 'http://proxy:4599', isLocal: false },
  });
  const AWS_ENDPOINT_URL_DEADLINE = 'http://127.0.0.1:4599';
  expect(
    (
      await place({
        AWS_REGION,
        AWS_ENDPOINT_URL,
        AWS_ENDPOINT_URL_DEADLINE,
        TRIPTYCH_LOCAL_AWS: AWS_ENDPOINT_URL_DEADLINE,
      })
    ).data,
  ).toEqual({ region: AWS_REGION, endpoint: AWS_ENDPOINT_URL_DEADLINE, isLocal: true });
});

test('says that the region is missing', async () => {
  expect(await place({ AWS_REGION: '' })).toMatchObject({ error: { code: 'RegionMissing' } });
});

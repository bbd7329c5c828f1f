import { CodeGuruProfilerClient, GetPolicyCommand } from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ClientForTest } from '../client-for-test';

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeAll(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config));
});
afterAll(() => aws.close());

const get = (profilingGroupName: string) => aws.client.send(new GetPolicyCommand({ profilingGroupName }));

it('finds no policy before permissions are given, or for an unknown group', async () => {
  const refused = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } };
  await expect(get('triptych-server')).rejects.toMatchObject(refused);
  await expect(get('nobody')).rejects.toMatchObject(refused);
});

it('refuses a bad name', async () => {
  await expect(get('a.b')).rejects.toMatchObject({ name: 'ValidationException' });
});

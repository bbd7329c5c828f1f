import {
  CodeGuruProfilerClient,
  GetNotificationConfigurationCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ClientForTest } from '../client-for-test';

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeAll(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config));
});
afterAll(() => aws.close());

const get = (profilingGroupName: string) =>
  aws.client.send(new GetNotificationConfigurationCommand({ profilingGroupName }));

it('has no channels before one is added', async () => {
  expect((await get('triptych-server')).notificationConfiguration).toEqual({ channels: [] });
});

it('refuses bad and unknown names', async () => {
  await expect(get('a.b')).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(get('nobody')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

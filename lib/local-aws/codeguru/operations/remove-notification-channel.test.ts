import {
  AddNotificationChannelsCommand,
  CodeGuruProfilerClient,
  GetNotificationConfigurationCommand,
  RemoveNotificationChannelCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ClientForTest } from '../client-for-test';

const profilingGroupName = 'triptych-server';
const [FIRST, SECOND] = ['0a1b2c3d-0000-4000-8000-000000000001', '0a1b2c3d-0000-4000-8000-000000000002'];
const channel = (id: string) => ({
  id,
  uri: `arn:aws:sns:us-east-1:123456789012:topic-${id}`,
  eventPublishers: ['AnomalyDetection' as const],
});

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeEach(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config));
  const channels = [channel(FIRST), channel(SECOND)];
  await aws.client.send(new AddNotificationChannelsCommand({ profilingGroupName, channels }));
});
afterEach(() => aws.close());

const remove = (channelId: string) =>
  aws.client.send(new RemoveNotificationChannelCommand({ profilingGroupName, channelId }));

it('removes a channel, also after a restart', async () => {
  const { notificationConfiguration } = await remove(FIRST);
  expect(notificationConfiguration).toEqual({ channels: [channel(SECOND)] });
  await aws.restart();
  const stored = await aws.client.send(new GetNotificationConfigurationCommand({ profilingGroupName }));
  expect(stored.notificationConfiguration).toEqual(notificationConfiguration);
});

it('rejects an unknown channel and an invalid id', async () => {
  await remove(FIRST);
  await expect(remove(FIRST)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(remove('one')).rejects.toMatchObject({ name: 'ValidationException' });
});

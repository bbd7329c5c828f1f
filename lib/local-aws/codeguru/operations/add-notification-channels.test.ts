import {
  AddNotificationChannelsCommand,
  type AddNotificationChannelsCommandInput,
  CodeGuruProfilerClient,
  GetNotificationConfigurationCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ClientForTest } from '../client-for-test';

const profilingGroupName = 'triptych-server';
const ID = '0a1b2c3d-0000-4000-8000-000000000001';
const eventPublishers: 'AnomalyDetection'[] = ['AnomalyDetection'];
const topic = (name: string) => `arn:aws:sns:us-east-1:123456789012:${name}`;
const channel = (name: string) => ({ uri: topic(name), eventPublishers });

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeEach(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config));
});
afterEach(() => aws.close());

const add = (channels: AddNotificationChannelsCommandInput['channels'], name = profilingGroupName) =>
  aws.client.send(new AddNotificationChannelsCommand({ profilingGroupName: name, channels }));

it('stores up to two channels across a restart', async () => {
  const first = await add([{ ...channel('one'), id: ID }]);
  expect(first.notificationConfiguration).toEqual({ channels: [{ id: ID, ...channel('one') }] });
  const { notificationConfiguration } = await add([channel('two')]);
  expect(notificationConfiguration?.channels).toEqual([
    { id: ID, ...channel('one') },
    { id: expect.stringMatching(/^[a-f0-9]{8}-/), ...channel('two') },
  ]);
  await aws.restart();
  const stored = await aws.client.send(new GetNotificationConfigurationCommand({ profilingGroupName }));
  expect(stored.notificationConfiguration).toEqual(notificationConfiguration);
});

it('refuses a third channel', async () => {
  await add([channel('one'), channel('two')]);
  await expect(add([channel('three')])).rejects.toMatchObject({
    name: 'ServiceQuotaExceededException',
    $metadata: { httpStatusCode: 402 },
  });
});

it('refuses a topic or an id twice', async () => {
  const conflict = { name: 'ConflictException' };
  await expect(add([channel('one'), channel('one')])).rejects.toMatchObject(conflict);
  await add([{ ...channel('one'), id: ID }]);
  await expect(add([channel('one')])).rejects.toMatchObject(conflict);
  await expect(add([{ ...channel('two'), id: ID }])).rejects.toMatchObject(conflict);
});

it.each<[string, AddNotificationChannelsCommandInput['channels']]>([
  ['no channels', []],
  ['three channels', [channel('one'), channel('two'), channel('three')]],
  ['a queue', [{ uri: 'arn:aws:sqs:us-east-1:123456789012:one', eventPublishers }]],
  ['no publisher', [{ uri: topic('one'), eventPublishers: [] }]],
  [
    'the same publisher twice',
    [{ uri: topic('one'), eventPublishers: [...eventPublishers, ...eventPublishers] }],
  ],
  ['an unknown publisher', [{ uri: topic('one'), eventPublishers: ['All' as 'AnomalyDetection'] }]],
  ['an invalid id', [{ ...channel('one'), id: 'one' }]],
])('refuses %s', async (_what, channels) => {
  await expect(add(channels)).rejects.toMatchObject({ name: 'ValidationException' });
});

it('rejects an unknown group', async () => {
  await expect(add([channel('one')], 'nobody')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodeGuruProfilerClient, DeleteProfilingGroupCommand } from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { PAST_CHANGED } from '../../store/past-changed';
import { ClientForTest } from '../client-for-test';

const GROUP = 'my-group';

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeEach(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config));
  await aws.createGroup(GROUP);
});
afterEach(() => aws.close());

const now = () => aws.local.world.clock.now();
const post = (ageMs: number) => aws.post(GROUP, new Date(now() - ageMs).toISOString(), 'main 3');
const changedAt = () =>
  stat(join(aws.local.folder, PAST_CHANGED)).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );

it('records a post for a time more than 15 minutes ago', async () => {
  await post(15 * MINUTE);
  expect(await changedAt()).toBeUndefined();
  await post(16 * MINUTE);
  expect(await changedAt()).toBeGreaterThanOrEqual(now());
});

it('records that a group was deleted', async () => {
  await aws.client.send(new DeleteProfilingGroupCommand({ profilingGroupName: GROUP }));
  expect(await changedAt()).toBeGreaterThanOrEqual(now());
});

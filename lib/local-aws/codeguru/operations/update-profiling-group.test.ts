import {
  CodeGuruProfilerClient,
  ConfigureAgentCommand,
  DescribeProfilingGroupCommand,
  UpdateProfilingGroupCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { TEST_NOW } from '../../started-for-test';
import { ClientForTest } from '../client-for-test';

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeEach(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config), { sample: true });
});
afterEach(() => aws.close());

const update = (profilingGroupName: string, profilingEnabled: boolean | undefined) =>
  aws.client.send(
    new UpdateProfilingGroupCommand({ profilingGroupName, agentOrchestrationConfig: { profilingEnabled } }),
  );

const shouldProfile = async (profilingGroupName: string) =>
  (await aws.client.send(new ConfigureAgentCommand({ profilingGroupName }))).configuration?.shouldProfile;

it.each(['triptych-server', 'sample-checkout-service'])(
  'turns off profiling of %s across a restart',
  async (name) => {
    expect(await shouldProfile(name)).toBe(true);
    aws.local.clock.set(TEST_NOW + MINUTE);
    const { profilingGroup } = await update(name, false);
    expect(profilingGroup).toMatchObject({
      name,
      agentOrchestrationConfig: { profilingEnabled: false },
      updatedAt: new Date(TEST_NOW + MINUTE),
    });
    await aws.restart();
    expect(await shouldProfile(name)).toBe(false);
    const described = await aws.client.send(new DescribeProfilingGroupCommand({ profilingGroupName: name }));
    expect(described.profilingGroup?.updatedAt).toEqual(new Date(TEST_NOW + MINUTE));
  },
);

it('keeps the profiles of a changed sample group', async () => {
  await update('sample-render-worker', true);
  await aws.restart();
  const input = { profilingGroupName: 'sample-render-worker' };
  const { profilingGroup } = await aws.client.send(new DescribeProfilingGroupCommand(input));
  expect(profilingGroup?.profilingStatus?.latestAggregatedProfile?.period).toBe('PT5M');
});

it('refuses an unknown group and an empty orchestration', async () => {
  await expect(update('nobody', true)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(update('triptych-server', undefined)).rejects.toMatchObject({ name: 'ValidationException' });
});

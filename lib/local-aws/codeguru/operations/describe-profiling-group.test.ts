import {
  CodeGuruProfilerClient,
  ConfigureAgentCommand,
  DescribeProfilingGroupCommand,
  PostAgentProfileCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { type StartedForTest, startForTest, TEST_NOW } from '../../started-for-test';
import { agentProfile } from '../agent-profile-for-test';

describe('DescribeProfilingGroup', () => {
  let local: StartedForTest;
  let client: CodeGuruProfilerClient;
  const profilingGroupName = 'triptych-server';

  beforeAll(async () => {
    local = await startForTest({ sample: false });
    client = new CodeGuruProfilerClient(local.clientConfig);
  });
  afterAll(() => local.close());

  const described = async (name = profilingGroupName) =>
    (await client.send(new DescribeProfilingGroupCommand({ profilingGroupName: name }))).profilingGroup;

  it('describes a built-in group without profiles', async () => {
    expect(await described()).toEqual({
      name: profilingGroupName,
      arn: 'arn:aws:codeguru-profiler:us-east-1:000000000000:profilingGroup/triptych-server',
      computePlatform: 'Default',
      createdAt: new Date(TEST_NOW),
      updatedAt: new Date(TEST_NOW),
      agentOrchestrationConfig: { profilingEnabled: true },
      profilingStatus: {},
      tags: {},
    });
  });

  it('shows the last agent request and the newest profile', async () => {
    await client.send(new ConfigureAgentCommand({ profilingGroupName }));
    local.clock.set(TEST_NOW + 3 * MINUTE);
    await client.send(
      new PostAgentProfileCommand({
        profilingGroupName,
        agentProfile: agentProfile('2026-11-24T14:32:30Z', 'main 1'),
        contentType: 'application/json',
      }),
    );
    expect((await described())?.profilingStatus).toEqual({
      latestAgentOrchestratedAt: new Date(TEST_NOW),
      latestAgentProfileReportedAt: new Date(TEST_NOW + 3 * MINUTE),
      latestAggregatedProfile: { start: new Date('2026-11-24T14:30:00Z'), period: 'PT5M' },
    });
  });

  it('refuses bad and unknown names', async () => {
    await expect(described('a.b')).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(described('nobody')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });
});

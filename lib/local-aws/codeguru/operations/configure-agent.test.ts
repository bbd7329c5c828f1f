import {
  CodeGuruProfilerClient,
  ConfigureAgentCommand,
  type ConfigureAgentCommandInput,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '../../started-for-test';

describe('ConfigureAgent', () => {
  let local: StartedForTest;
  let client: CodeGuruProfilerClient;

  beforeAll(async () => {
    local = await startForTest({ sample: false });
    client = new CodeGuruProfilerClient(local.clientConfig);
  });
  afterAll(() => local.close());

  const send = (input: Partial<ConfigureAgentCommandInput>) =>
    client.send(new ConfigureAgentCommand({ profilingGroupName: 'triptych-server', ...input }));

  it('lets an agent profile, with parameters as strings', async () => {
    const { configuration } = await send({
      fleetInstanceId: 'i-0123',
      metadata: { ComputePlatform: 'ec2', AgentId: 'one' },
    });
    expect(configuration).toEqual({
      shouldProfile: true,
      periodInSeconds: 300,
      agentParameters: {
        SamplingIntervalInMilliseconds: '1000',
        ReportingIntervalInMilliseconds: '300000',
        MinimumTimeForReportingInMilliseconds: '60000',
        MemoryUsageLimitPercent: '10',
        MaxStackDepth: '1000',
      },
    });
  });

  it('answers many agents concurrently', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({})));
    expect(answers.every(({ configuration }) => configuration?.shouldProfile)).toBe(true);
  });

  it('answers the structure as the payload', async () => {
    const url = `${local.clientConfig.endpoint}/profilingGroups/triptych-server/configureAgent`;
    const answer = await fetch(url, { method: 'POST', body: '{}' });
    expect(Object.keys((await answer.json()) as object)).toContain('shouldProfile');
  });

  it.each<[string, Partial<ConfigureAgentCommandInput>, string]>([
    ['an empty instance', { fleetInstanceId: '' }, 'ValidationException'],
    ['an instance of 256 characters', { fleetInstanceId: 'x'.repeat(256) }, 'ValidationException'],
    ['unknown metadata', { metadata: { Colour: 'red' } as Record<string, string> }, 'ValidationException'],
    ['a bad name', { profilingGroupName: 'a b' }, 'ValidationException'],
    ['an unknown group', { profilingGroupName: 'nobody' }, 'ResourceNotFoundException'],
  ])('refuses %s', (_what, input, name) => expect(send(input)).rejects.toMatchObject({ name }));
});

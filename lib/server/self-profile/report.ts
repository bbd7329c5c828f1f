import { randomUUID } from 'node:crypto';
import { ConfigureAgentCommand, PostAgentProfileCommand } from '@aws-sdk/client-codeguruprofiler';
import { z } from 'zod';
import { encodeJson } from '@/lib/profile/codec/encode';
import { agentProfile, type RecordedProfile } from '@/lib/profile/import/cpu-profile';
import { call } from '../aws/call';
import { profilerClient } from '../aws/clients';
import { SourcePlaces } from './source-places';

/** The profiling group that the dashboard's server reports to. */
export const SELF_GROUP = 'triptych-server';

const places = new SourcePlaces();

const configuration = z.object({
  configuration: z.object({ shouldProfile: z.boolean(), periodInSeconds: z.number().int().min(10) }),
});

export type AgentConfiguration = { shouldProfile: boolean; periodInSeconds: number };

/** What the profiler tells this instance of the server to do. Rejects with a ProblemError. */
export async function configureAgent(fleetInstanceId: string): Promise<AgentConfiguration> {
  const answer = await call('ConfigureAgent', profilerClient, configuration, (client, options) =>
    client.send(new ConfigureAgentCommand({ profilingGroupName: SELF_GROUP, fleetInstanceId }), options),
  );
  return answer.configuration;
}

/** Posts a recorded profile as an agent does. The token keeps a repeated try from counting twice. */
export async function postProfile(recorded: RecordedProfile): Promise<void> {
  await places.learn(recorded.profile.nodes.map(({ callFrame }) => callFrame));
  const profile = agentProfile(recorded, { folder: process.cwd(), name: 'triptych' }, (frame) =>
    places.place(frame),
  );
  await call('PostAgentProfile', profilerClient, z.unknown(), (client, options) =>
    client.send(
      new PostAgentProfileCommand({
        profilingGroupName: SELF_GROUP,
        agentProfile: encodeJson(profile),
        contentType: 'application/json',
        profileToken: randomUUID(),
      }),
      options,
    ),
  );
}

import { randomUUID } from 'node:crypto';
import { ConfigureAgentCommand, PostAgentProfileCommand } from '@aws-sdk/client-codeguruprofiler';
import { z } from 'zod';
import { encodeJson } from '@/lib/profile/codec/encode';
import { agentProfile, type RecordedProfile } from '@/lib/profile/import/v8/cpu-profile';
import { call } from '../aws/call';
import { profilerClient } from '../aws/clients';
import { SourcePlaces } from './source-places';

/** The profiling group of the dashboard's own server. */
export const SELF_GROUP = 'triptych-server';

const places = new SourcePlaces();

const configuration = z.object({
  configuration: z.object({ shouldProfile: z.boolean(), periodInSeconds: z.number().int().min(10) }),
});

export type AgentConfiguration = { shouldProfile: boolean; periodInSeconds: number };

/** Asks the profiler whether and how often this instance should report. Rejects with a ProblemError. */
export async function configureAgent(fleetInstanceId: string): Promise<AgentConfiguration> {
  const answer = await call('ConfigureAgent', profilerClient, configuration, (client, options) =>
    client.send(new ConfigureAgentCommand({ profilingGroupName: SELF_GROUP, fleetInstanceId }), options),
  );
  return answer.configuration;
}

/** Posts a recorded profile as an agent does. The token keeps a retry from being counted twice. */
export async function postProfile(recorded: RecordedProfile): Promise<void> {
  await places.lookUp(recorded.profile.nodes.map(({ callFrame }) => callFrame));
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

import { randomUUID } from 'node:crypto';
import {
  CreateProfilingGroupCommand,
  DescribeProfilingGroupCommand,
  PostAgentProfileCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { encodeJson } from '@/lib/profile/codec/encode';
import type { CallTree, Profile } from '@/lib/profile/tree/call-tree';
import { send } from './local-aws';

const POST_TIMEOUT_SECONDS = 60;

/** Creates a profiling group unless it exists. Resolves to whether it did. */
export async function ensureGroup(endpoint: string, profilingGroupName: string): Promise<boolean> {
  const describe = new DescribeProfilingGroupCommand({ profilingGroupName });
  const exists = await send(endpoint, (client, options) => client.send(describe, options)).then(
    () => true,
    (error: Error) => {
      if (error.name === 'ResourceNotFoundException') return false;
      throw error;
    },
  );
  if (exists) return false;
  const create = new CreateProfilingGroupCommand({ profilingGroupName, clientToken: randomUUID() });
  await send(endpoint, (client, options) => client.send(create, options));
  return true;
}

/** Posts the parts of a profile in order, as an agent does, and counts them. An error states how many were posted before it. */
export async function postParts(
  endpoint: string,
  profilingGroupName: string,
  parts: Iterable<CallTree>,
  envelope: Omit<Profile, 'tree'>,
): Promise<number> {
  let posted = 0;
  for (const tree of parts) {
    const command = new PostAgentProfileCommand({
      profilingGroupName,
      agentProfile: encodeJson({ tree, ...envelope }),
      contentType: 'application/json',
      profileToken: randomUUID(),
    });
    try {
      await send(endpoint, (client, options) => client.send(command, options), POST_TIMEOUT_SECONDS);
    } catch (error) {
      const { message } = error as Error;
      throw posted === 0 ? error : new Error(`${message} The ${posted} posts before it were accepted.`);
    }
    posted += 1;
  }
  return posted;
}

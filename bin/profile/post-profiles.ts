import { randomUUID } from 'node:crypto';
import {
  CreateProfilingGroupCommand,
  DescribeProfilingGroupCommand,
  PostAgentProfileCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { encodeJson } from '@/lib/profile/codec/encode';
import type { CallTree, Profile } from '@/lib/profile/tree/call-tree';
import { ask } from './local-aws';

const POST_SECONDS = 60;

/** Makes a profiling group unless there is one of that name; whether it did. */
export async function ensureGroup(endpoint: string, profilingGroupName: string): Promise<boolean> {
  const describe = new DescribeProfilingGroupCommand({ profilingGroupName });
  const isThere = await ask(endpoint, (client, options) => client.send(describe, options)).then(
    () => true,
    (error: Error) => {
      if (error.name === 'ResourceNotFoundException') return false;
      throw error;
    },
  );
  if (isThere) return false;
  const create = new CreateProfilingGroupCommand({ profilingGroupName, clientToken: randomUUID() });
  await ask(endpoint, (client, options) => client.send(create, options));
  return true;
}

/** Posts the parts of a profile one after the other, as an agent does; how many. Rejects with what was posted till then. */
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
      await ask(endpoint, (client, options) => client.send(command, options), POST_SECONDS);
    } catch (error) {
      const { message } = error as Error;
      throw posted === 0 ? error : new Error(`${message} The ${posted} posts before were taken.`);
    }
    posted += 1;
  }
  return posted;
}

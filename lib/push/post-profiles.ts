import { randomUUID } from 'node:crypto';
import {
  CreateProfilingGroupCommand,
  DeleteProfilingGroupCommand,
  DescribeProfilingGroupCommand,
  PostAgentProfileCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { counted } from '@/lib/answer/counted';
import { encodeJson } from '@/lib/profile/codec/encode';
import type { CallTree, Profile } from '@/lib/profile/tree/call-tree';
import { send } from './local-aws';

const POST_TIMEOUT_SECONDS = 60;
/** For all posts of a file; a million frames take some seconds. */
const MAX_POSTING_SECONDS = 300;

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

/** Deletes a profiling group that nothing could be posted to. Never rejects: the failed post is what the user must know. */
export async function removeGroup(endpoint: string, profilingGroupName: string): Promise<void> {
  const command = new DeleteProfilingGroupCommand({ profilingGroupName });
  await send(endpoint, (client, options) => client.send(command, options)).catch(() => undefined);
}

/** A post that was not accepted, after `acceptedCount` that were. */
export class PostFailed extends Error {
  constructor(
    override readonly cause: Error,
    readonly acceptedCount: number,
  ) {
    const before =
      acceptedCount === 0
        ? ''
        : ` ${counted(acceptedCount, 'post')} before it ${acceptedCount === 1 ? 'was' : 'were'} accepted.`;
    super(`${cause.message}${before}`);
  }
}

/** Posts the parts of a profile in order, as an agent does, and counts them. Rejects with PostFailed. */
export async function postParts(
  endpoint: string,
  profilingGroupName: string,
  parts: Iterable<CallTree>,
  envelope: Omit<Profile, 'tree'>,
): Promise<number> {
  const end = performance.now() + MAX_POSTING_SECONDS * 1000;
  let posted = 0;
  for (const tree of parts) {
    if (performance.now() > end) throw new PostFailed(tooSlow(), posted);
    const command = new PostAgentProfileCommand({
      profilingGroupName,
      agentProfile: encodeJson({ tree, ...envelope }),
      contentType: 'application/json',
      profileToken: randomUUID(),
    });
    await send(endpoint, (client, options) => client.send(command, options), POST_TIMEOUT_SECONDS).catch(
      (error: Error) => {
        throw new PostFailed(error, posted);
      },
    );
    posted += 1;
  }
  return posted;
}

const tooSlow = () =>
  new Error(
    `Posting it took longer than ${MAX_POSTING_SECONDS} seconds. Push a shorter or less deep profile.`,
  );

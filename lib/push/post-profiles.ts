import { randomUUID } from 'node:crypto';
import { PostAgentProfileCommand } from '@aws-sdk/client-codeguruprofiler';
import { encodeJson } from '@/lib/profile/codec/encode';
import type { CallTree, Profile } from '@/lib/profile/tree/call-tree';
import { checkListening, createGroup } from './create-group';
import { NotAnswered, send } from './local-aws';

const POST_TIMEOUT_SECONDS = 60;
/** For all posts of a file; a million frames take some seconds. */
const MAX_POSTING_SECONDS = 300;

/** Posting took too long: a sentence. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** A post that was not accepted, after `acceptedCount` that were. */
export class PostFailed extends Error {
  override readonly name = 'PostFailed';

  constructor(
    override readonly cause: Error,
    readonly acceptedCount: number,
  ) {
    super(cause.message);
  }
}

/** Number of posts that a profile took, and whether its group is new. */
export type Posted = { postCount: number; isNewGroup: boolean };

/**
 * Posts the parts of a profile in order, as an agent does, and creates the group if necessary. A file that isn't accepted leaves no new
 * group, and no group is ever deleted: others may have posted to it. Rejects with PostFailed.
 */
export async function postParts(
  endpoint: string,
  group: string,
  parts: Iterable<CallTree>,
  envelope: Omit<Profile, 'tree'>,
): Promise<Posted> {
  const end = performance.now() + MAX_POSTING_SECONDS * 1000;
  const posted = { postCount: 0, isNewGroup: false };
  try {
    await checkListening(endpoint, group);
    for (const tree of parts) {
      if (performance.now() > end) throw tooSlow();
      const post = poster(endpoint, group, { tree, ...envelope });
      if (posted.postCount === 0)
        posted.isNewGroup = await postFirst(post, () => createGroup(endpoint, group));
      else await post();
      posted.postCount += 1;
    }
  } catch (error) {
    throw new PostFailed(error as Error, posted.postCount);
  }
  return posted;
}

/**
 * Posts the first part and resolves to whether it created the group. local-aws checks a profile before it looks for its group, so the
 * group is created only for a profile that will be accepted.
 */
async function postFirst(post: () => Promise<void>, create: () => Promise<boolean>): Promise<boolean> {
  try {
    await post();
    return false;
  } catch (error) {
    if ((error as Error).name !== 'ResourceNotFoundException') throw error;
  }
  const isNew = await create();
  await post();
  return isNew;
}

function poster(endpoint: string, profilingGroupName: string, profile: Profile): () => Promise<void> {
  const command = new PostAgentProfileCommand({
    profilingGroupName,
    agentProfile: encodeJson(profile),
    contentType: 'application/json',
    profileToken: randomUUID(),
  });
  return async () => {
    try {
      await send(endpoint, (client, options) => client.send(command, options), POST_TIMEOUT_SECONDS);
    } catch (error) {
      // A post without an answer may have been accepted.
      throw error instanceof NotAnswered ? new NotAnswered(error.message, true) : error;
    }
  };
}

const tooSlow = () =>
  new TooSlow(
    `Posting it took longer than ${MAX_POSTING_SECONDS} seconds. Push a shorter or less deep profile.`,
  );

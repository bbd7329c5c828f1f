import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { UndecodableProfile, UnreadableBytes } from '@/lib/profile/codec/decode';
import { MAX_POST } from '@/lib/profile/import/posts/post-limits';
import { MINUTE } from '@/lib/time/duration';
import { ServiceError } from '../../protocol/service-error';
import { usualErrors, validation } from '../errors';
import { profilingGroupName, token } from '../input';
import { mediaTypeOf } from '../media-type';
import { operation } from '../operation';
import type { PreparedPost } from '../store/prepare-post';
import type { ProfileStore } from '../store/profile-store';

const MAX_AHEAD_MS = 15 * MINUTE;

/**
 * Answers 204 once the profile is on disk. A profile without a start starts now. An invalid one is a ValidationException even when
 * there is no such group [?], so that a client can create the group only for a valid profile. AWS documents no bounds; ours [?] keep one
 * post from delaying or corrupting others: MAX_POST, counts up to 2^40, and a start at most 15 minutes in the future. Bytes
 * that are neither JSON nor Ion are the protocol's SerializationException.
 */
export const postAgentProfile = operation({
  name: 'PostAgentProfile',
  method: 'POST',
  path: '/profilingGroups/{profilingGroupName}/agentProfile',
  payload: 'blob',
  errors: usualErrors,
  input: z.object({
    profilingGroupName,
    profileToken: token.optional(),
    body: z.instanceof(Uint8Array).refine((body) => body.length > 0, 'agentProfile must not be empty'),
  }),
  handle: async ({ profilingGroupName, profileToken, body }, { world, headers }) => {
    if (!mediaTypeOf(headers['content-type'])) {
      throw validation('contentType: must be application/json or application/x-amzn-ion.');
    }
    const { profiles, clock } = world;
    return profiles.intake.run(body.length, async () => {
      const prepared = await prepare(profiles, body);
      const now = clock.now();
      const start = Math.floor(prepared.start ?? now);
      if (start < 0) throw validation('agentProfile: its start is not a valid time.');
      if (start > now + MAX_AHEAD_MS)
        throw validation('agentProfile: its start is more than 15 minutes in the future.');
      await profiles.post(profilingGroupName, {
        profile: prepared.stored,
        start,
        token: profileToken ?? randomUUID(),
      });
      return { status: 204 };
    });
  },
});

async function prepare({ workers, options }: ProfileStore, body: Uint8Array): Promise<PreparedPost> {
  try {
    return await workers.prepare(body, options.maxPost ?? MAX_POST);
  } catch (error) {
    if (error instanceof UnreadableBytes)
      throw new ServiceError('SerializationException', 400, error.message);
    if (error instanceof UndecodableProfile) throw validation(`agentProfile: ${error.message}`);
    throw error;
  }
}

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Profile } from '@/lib/profile/call-tree';
import { decodeProfile, UndecodableProfile } from '@/lib/profile/decode';
import { operation } from '../protocol/operation';
import { validation } from './errors';
import { profilingGroupName, token } from './input';
import { mediaTypeOf } from './media-type';

const LONGEST_PROFILE_BYTES = 64 * 1024 * 1024;
const LATEST_START = Date.UTC(9999, 11, 31);

/** Answers 204 once the profile is on disk. A profile without a start is taken as of now. */
export const postAgentProfile = operation({
  service: 'codeguru-profiler',
  name: 'PostAgentProfile',
  method: 'POST',
  path: '/profilingGroups/{profilingGroupName}/agentProfile',
  payload: 'blob',
  input: z.object({
    profilingGroupName,
    profileToken: token.optional(),
    body: z.instanceof(Uint8Array).refine((body) => body.length > 0, 'agentProfile must not be empty'),
  }),
  handle: async ({ profilingGroupName, profileToken, body }, { world, headers }) => {
    if (!mediaTypeOf(headers['content-type'])) {
      throw validation('contentType: must be application/json or application/x-amzn-ion.');
    }
    world.profiles.group(profilingGroupName);
    const start = Math.floor(checked(body).start ?? world.clock.now());
    if (start < 0 || start > LATEST_START) throw validation('agentProfile: its start is not a time.');
    await world.profiles.post(profilingGroupName, {
      bytes: body,
      start,
      token: profileToken ?? randomUUID(),
    });
    return { status: 204 };
  },
});

/** Samples are counted, so that sums stay exact: a fraction is refused. */
function checked(body: Uint8Array): Profile {
  const profile = decoded(body);
  if (!profile.tree.self.every((column) => column.every(Number.isSafeInteger))) {
    throw validation('agentProfile: counts must be whole numbers.');
  }
  return profile;
}

function decoded(body: Uint8Array): Profile {
  try {
    return decodeProfile(body, LONGEST_PROFILE_BYTES);
  } catch (error) {
    if (error instanceof UndecodableProfile) throw validation(`agentProfile: ${error.message}`);
    throw error;
  }
}

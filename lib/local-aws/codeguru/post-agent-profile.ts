import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Profile } from '@/lib/profile/call-tree';
import { decodeUnzipped, isGzip, UndecodableProfile, UnreadableBytes } from '@/lib/profile/decode';
import { MINUTE } from '@/lib/time/duration';
import { operation } from '../protocol/operation';
import { ServiceError } from '../protocol/service-error';
import { validation } from './errors';
import { unzipped } from './gzip';
import { profilingGroupName, token } from './input';
import { LARGEST_POST, type LargestPost } from './largest-post';
import { mediaTypeOf } from './media-type';

const MOST_AHEAD = 15 * MINUTE;
const HIGHEST_COUNT = 2 ** 40;

/**
 * Answers 204 once the profile is on disk. A profile without a start is taken as of now. AWS documents no bounds;
 * ours [?], so that one post neither holds up nor spoils the others: LARGEST_POST, counts up to 2^40, and a start at
 * most 15 minutes ahead of the clock. Bytes that are neither JSON nor Ion are the protocol's SerializationException.
 */
export const postAgentProfile = operation({
  service: 'codeguru-profiler',
  name: 'PostAgentProfile',
  method: 'POST',
  path: '/profilingGroups/{profilingGroupName}/agentProfile',
  payload: 'blob',
  errors: [
    'InternalServerException',
    'ResourceNotFoundException',
    'ThrottlingException',
    'ValidationException',
  ],
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
    profiles.groups.get(profilingGroupName);
    return profiles.intake.take(body.length, async () => {
      const profile = checked(await decoded(body, profiles.options.largestPost ?? LARGEST_POST));
      const now = clock.now();
      const start = Math.floor(profile.start ?? now);
      if (start < 0) throw validation('agentProfile: its start is not a time.');
      if (start > now + MOST_AHEAD)
        throw validation('agentProfile: its start is more than 15 minutes ahead.');
      await profiles.post(profilingGroupName, { profile, start, token: profileToken ?? randomUUID() });
      return { status: 204 };
    });
  },
});

/** Samples are counted, so that sums stay exact: a fraction is refused. */
function checked(profile: Profile): Profile {
  const columns = profile.tree.self;
  if (!columns.every((column) => column.every(Number.isInteger))) {
    throw validation('agentProfile: counts must be whole numbers.');
  }
  if (!columns.every((column) => column.every((count) => count <= HIGHEST_COUNT))) {
    throw validation('agentProfile: a count is higher than 2^40.');
  }
  return profile;
}

async function decoded(body: Uint8Array, largest: LargestPost): Promise<Profile> {
  try {
    return decodeUnzipped(await plain(body, largest.bytes), largest);
  } catch (error) {
    if (error instanceof UnreadableBytes)
      throw new ServiceError('SerializationException', 400, error.message);
    if (error instanceof UndecodableProfile) throw validation(`agentProfile: ${error.message}`);
    throw error;
  }
}

async function plain(body: Uint8Array, mostBytes: number): Promise<Uint8Array> {
  if (body.length > mostBytes) throw tooLarge(mostBytes);
  if (!isGzip(body)) return body;
  return unzipped(body, mostBytes).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(mostBytes);
    throw new UnreadableBytes('The profile is not valid gzip.');
  });
}

function tooLarge(mostBytes: number): UndecodableProfile {
  return new UndecodableProfile(`The profile is larger than ${mostBytes / 1024 / 1024} MiB once unzipped.`);
}

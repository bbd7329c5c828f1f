import type { Answer } from '@/lib/answer/answer';
import type { CallTree, Profile } from '@/lib/profile/call-tree';
import { decodeProfile } from '@/lib/profile/decode';
import type { ProfileAsk, ProfileView } from '@/lib/profile/view';
import { viewOf } from '@/lib/profile/view-of';
import type { ProfileViewAsk } from '@/lib/queries/profile';
import { SECOND } from '@/lib/time/duration';
import { badAnswer } from '../aws/problem';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { fetchProfile } from './fetch-profile';
import { rangeOfAsk } from './profile-ask';
import { coverageOf } from './profile-coverage';

const MOST_BYTES = 256 * 1024 * 1024;

type Decoded = { profile: Profile; asOf: number; deepest: number };

const profiles = SharedCalls.named<Decoded>('profiles', {
  ttlMs: 30 * SECOND,
  bytes: { most: MOST_BYTES, sizeOf: ({ profile }) => sizeOf(profile.tree) },
});

/** A profile cut to the frames that `width` pixels can show, with figures of all its frames. Rejects with a ProblemError. */
export async function getProfileView(
  ask: ProfileViewAsk,
  signal?: AbortSignal,
): Promise<Answer<ProfileView>> {
  const asked = rangeOfAsk(ask);
  const { profile, asOf, deepest } = await decoded(ask, signal);
  return {
    data: {
      group: ask.group,
      ...viewOf(profile.tree, ask),
      deepest,
      sampleWeights: profile.sampleWeights,
    },
    asOf,
    ...coverageOf(profile, asked),
  };
}

function decoded(ask: ProfileAsk, signal: AbortSignal | undefined): Promise<Decoded> {
  const { group, startTime, endTime, period, maxDepth } = ask;
  const key = JSON.stringify([group, startTime, endTime, period, maxDepth]);
  return profiles.get(
    key,
    async (ended) => {
      const asOf = exactNow();
      const { profile: bytes } = await fetchProfile(ask, 'application/json', ended);
      const profile = decode(bytes);
      return { profile, asOf, deepest: profile.tree.depth.reduce((most, depth) => Math.max(most, depth), 0) };
    },
    signal,
  );
}

function decode(bytes: Uint8Array): Profile {
  try {
    return decodeProfile(bytes);
  } catch (error) {
    throw badAnswer('GetProfile', String(error));
  }
}

/** Bytes that a tree takes in memory, estimated. */
function sizeOf(tree: CallTree): number {
  const strings = [...tree.names, ...tree.files].reduce((sum, text) => sum + 48 + 2 * text.length, 0);
  return strings + tree.name.length * (28 + 16 * tree.states.length) + 1024;
}

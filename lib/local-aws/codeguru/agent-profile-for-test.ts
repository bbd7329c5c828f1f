import { encodeJson } from '@/lib/profile/codec/encode';
import { callTree } from '@/lib/profile/testing/text';
import type { Profile } from '@/lib/profile/tree/call-tree';

/** A profile of 10 seconds that starts at an ISO instant, its tree from text. */
export function sampledProfile(start: string, tree: string): Profile {
  const from = Date.parse(start);
  return { tree: callTree(tree), start: from, end: from + 10_000, sampleWeights: { WALL_TIME: 10 } };
}

/** The same profile as an agent posts it. */
export const agentProfile = (start: string, tree: string): Uint8Array =>
  encodeJson(sampledProfile(start, tree));

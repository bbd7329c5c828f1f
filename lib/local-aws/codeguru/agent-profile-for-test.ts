import { encodeJson } from '@/lib/profile/encode';
import { callTree } from '@/lib/profile/text';

/** What an agent posts: a profile of 10 seconds from an ISO instant, its tree from text. */
export function agentProfile(start: string, tree: string): Uint8Array {
  const from = Date.parse(start);
  return encodeJson({
    tree: callTree(tree),
    start: from,
    end: from + 10_000,
    sampleWeights: { WALL_TIME: 10 },
  });
}

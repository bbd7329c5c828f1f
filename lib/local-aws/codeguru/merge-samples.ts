import type { CallTree } from '@/lib/profile/call-tree';
import { mergeTrees } from '@/lib/profile/merge';
import type { Samples } from './profile-source';

/** Lets a weight count when it is the only one of its state, and the state has no samples. */
const ALMOST_NONE = 1e-9;

/** Adds profiles up: counts by path, and sample weights so that samples over weight, the seconds, add up. */
export function mergeSamples(all: readonly Samples[]): Samples {
  const [only, ...others] = all;
  if (only && others.length === 0) return only;
  const sums = new Map<string, { samples: number; seconds: number }>();
  for (const { tree, sampleWeights } of all) {
    for (const [state, weight] of Object.entries(sampleWeights)) {
      if (!(weight > 0)) continue;
      const sum = sums.get(state) ?? { samples: 0, seconds: 0 };
      const samples = samplesOf(tree, state) || ALMOST_NONE;
      sums.set(state, { samples: sum.samples + samples, seconds: sum.seconds + samples / weight });
    }
  }
  return {
    tree: mergeTrees(all.map(({ tree }) => tree)),
    sampleWeights: Object.fromEntries(
      [...sums].map(([state, { samples, seconds }]) => [state, samples / seconds]),
    ),
  };
}

function samplesOf(tree: CallTree, state: string): number {
  return tree.total[tree.states.indexOf(state)]?.[0] ?? 0;
}

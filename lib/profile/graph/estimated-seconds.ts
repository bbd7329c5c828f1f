import type { CallTree } from '../tree/call-tree';

/**
 * Seconds that samples stand for: those of each state by its samples per second (sampleWeights). Undefined where a state with
 * samples has no weight. An estimate: the weights are averages.
 */
export function estimatedSeconds(
  counts: readonly { state: string; samples: number }[],
  sampleWeights: Readonly<Record<string, number>>,
): number | undefined {
  let seconds = 0;
  for (const { state, samples } of counts) {
    if (samples === 0) continue;
    const perSecond = Object.hasOwn(sampleWeights, state) ? sampleWeights[state] : undefined;
    if (!perSecond || perSecond < 0) return undefined;
    seconds += samples / perSecond;
  }
  return seconds;
}

/** What a node counts in each of the states named. */
export const samplesByState = (
  tree: CallTree,
  states: readonly string[],
  node: number,
  kind: 'self' | 'total',
): { state: string; samples: number }[] =>
  tree.states
    .map((state, i) => ({ state, samples: tree[kind][i]?.[node] ?? 0 }))
    .filter(({ state }) => states.includes(state));

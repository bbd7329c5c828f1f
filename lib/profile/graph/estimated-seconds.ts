import type { CallTree } from '../tree/call-tree';
import type { StateSamples } from '../tree/states';

/**
 * Estimates the seconds that samples represent, dividing those of each state by its samples per second (sampleWeights, which are
 * averages). Undefined when a state with samples has no weight.
 */
export function estimatedSeconds(
  counts: readonly StateSamples[],
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

/** Samples of a node in each of the given states. */
export const samplesByState = (
  tree: CallTree,
  states: readonly string[],
  node: number,
  kind: 'self' | 'total',
): StateSamples[] =>
  tree.states
    .map((state, i) => ({ state, samples: tree[kind][i]?.[node] ?? 0 }))
    .filter(({ state }) => states.includes(state));

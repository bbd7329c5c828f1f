import { LRUCache } from 'lru-cache';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { chosenStates, defaultPreset, type StateSamples, sortStates } from '@/lib/profile/tree/states';
import type { FrameChoice, ViewChoice } from '@/lib/profile/view/choice';
import { Comparison } from '@/lib/profile/view/comparison';
import type { FunctionName } from '@/lib/profile/view/view';
import type { CachedProfile } from './cached-profiles';
import type { FilteredProfile } from './filtered-profile';
import { foldOf } from './fold-of';

type Choice = Pick<FrameChoice, 'data'> & Pick<ViewChoice, 'chains' | 'mine'>;

/** Comparisons of two profiles, in memory up to a number of bytes. */
export class ComparedProfiles {
  readonly #comparisons: LRUCache<string, Comparison>;

  constructor(maxBytes: number) {
    this.#comparisons = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (comparison) => comparison.bytes,
    });
  }

  /** The comparison of two profiles, and what is common to both. */
  compared(before: FilteredProfile, after: FilteredProfile, choice: Choice) {
    const occurring = mergedStates([before.known.tree, after.known.tree]);
    const data = choice.data ?? defaultPreset(occurring.map(({ state }) => state));
    const { chains, mine = [] } = choice;
    const fold = chains && foldOf(mine);
    const key = JSON.stringify([before.version, after.version, data, fold && mine]);
    const cached = this.#comparisons.get(key);
    const sideOf = ({ known: { tree } }: CachedProfile) => ({
      tree,
      states: chosenStates(data, tree.states),
    });
    const maxDepth = before.known.maxDepth ?? after.known.maxDepth;
    const compared = cached ?? new Comparison(sideOf(before), sideOf(after), maxDepth, fold);
    if (!cached) this.#comparisons.set(key, compared);
    return {
      comparison: compared,
      occurring,
      // As on the page of the comparison.
      slots: after.whole.self(chosenStates(choice.data, after.known.tree.states)).slots,
      hidden: mergedNames(before.hidden, after.hidden),
      collapsed: mergedNames(before.collapsed, after.collapsed),
    };
  }
}

const mergedNames = (some: readonly FunctionName[], others: readonly FunctionName[]): FunctionName[] => [
  ...new Map([...some, ...others].map((each) => [each.key, each])).values(),
];

/** The thread states of all trees, each with the sum of its samples, sorted for display as those of one tree. */
function mergedStates(trees: readonly CallTree[]): StateSamples[] {
  const samples = new Map<string, number>();
  for (const { states, total } of trees) {
    for (const [i, state] of states.entries()) {
      samples.set(state, (samples.get(state) ?? 0) + (total[i]?.[0] ?? 0));
    }
  }
  return sortStates([...samples.keys()]).map((state) => ({ state, samples: samples.get(state) ?? 0 }));
}

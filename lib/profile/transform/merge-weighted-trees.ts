import type { CallTree, Profile } from '../tree/call-tree';
import { TreeMerger } from './merge';

/** A tree, and samples per second by thread state. */
export type WeightedTree = Pick<Profile, 'tree' | 'sampleWeights'>;

/** Used instead of zero samples, so that the only weight of a state without samples is kept. */
const NEGLIGIBLE_SAMPLES = 1e-9;

/** Merges the trees, and the sample weights such that samples divided by weight, the seconds, add up. */
export function mergeWeightedTrees(all: readonly WeightedTree[]): WeightedTree {
  const merger = new WeightedTreeMerger();
  for (const samples of all) merger.add(samples);
  return merger.finish();
}

/** Merges weighted trees one at a time, see mergeWeightedTrees. */
export class WeightedTreeMerger {
  /** The only one so far, which needs no merging. */
  #only: WeightedTree | undefined;
  #trees: TreeMerger | undefined;
  readonly #sums = new Map<string, { samples: number; seconds: number }>();

  add(samples: WeightedTree): void {
    if (!this.#only && !this.#trees) {
      this.#only = samples;
      return;
    }
    this.#trees ??= new TreeMerger();
    if (this.#only) this.#merge(this.#only, this.#trees);
    this.#only = undefined;
    this.#merge(samples, this.#trees);
  }

  finish(): WeightedTree {
    if (this.#only) return { tree: this.#only.tree, sampleWeights: this.#only.sampleWeights };
    return {
      tree: (this.#trees ?? new TreeMerger()).finish(),
      sampleWeights: Object.fromEntries(
        [...this.#sums].map(([state, { samples, seconds }]) => [state, samples / seconds]),
      ),
    };
  }

  #merge({ tree, sampleWeights }: WeightedTree, trees: TreeMerger): void {
    trees.add(tree);
    for (const [state, weight] of Object.entries(sampleWeights)) {
      if (!(weight > 0)) continue;
      const sum = this.#sums.get(state) ?? { samples: 0, seconds: 0 };
      const samples = samplesOf(tree, state) || NEGLIGIBLE_SAMPLES;
      this.#sums.set(state, { samples: sum.samples + samples, seconds: sum.seconds + samples / weight });
    }
  }
}

function samplesOf(tree: CallTree, state: string): number {
  return tree.total[tree.states.indexOf(state)]?.[0] ?? 0;
}

import type { CallTree, Profile } from '../tree/call-tree';
import { TreeMerger } from './merge';

/** What profiles are added up of: a tree, and samples per second by thread state. */
export type WeightedTree = Pick<Profile, 'tree' | 'sampleWeights'>;

/** Lets a weight count when it is the only one of its state, and the state has no samples. */
const ALMOST_NONE = 1e-9;

/** Adds profiles up: counts by path, and sample weights so that samples over weight, the seconds, add up. */
export function mergeWeightedTrees(all: readonly WeightedTree[]): WeightedTree {
  const merger = new WeightedTreeMerger();
  for (const samples of all) merger.add(samples);
  return merger.finish();
}

/** mergeWeightedTrees for profiles that come one after the other. */
export class WeightedTreeMerger {
  /** The only one so far: it needs no merging. */
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
      const samples = samplesOf(tree, state) || ALMOST_NONE;
      this.#sums.set(state, { samples: sum.samples + samples, seconds: sum.seconds + samples / weight });
    }
  }
}

function samplesOf(tree: CallTree, state: string): number {
  return tree.total[tree.states.indexOf(state)]?.[0] ?? 0;
}

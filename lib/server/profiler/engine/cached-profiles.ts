import { LRUCache } from 'lru-cache';
import { mergeWeightedTrees } from '@/lib/profile/transform/merge-weighted-trees';
import type { CallTree, Profile } from '@/lib/profile/tree/call-tree';
import { IndexedTree } from '@/lib/profile/view/indexed-tree';

/** Equal versions mean equal profiles. */
export type CachedProfile = Pick<Profile, 'sampleWeights'> & { known: IndexedTree; version: string };

/** Profiles by key, and profiles derived from them by version, in memory up to a number of bytes. */
export class CachedProfiles {
  readonly #profiles: LRUCache<string, CachedProfile>;
  #addedCount = 0;

  constructor(maxBytes: number) {
    this.#profiles = new LRUCache({ maxSize: maxBytes, sizeCalculation: ({ known }) => known.bytes });
  }

  add(key: string, { tree, sampleWeights }: Pick<Profile, 'tree' | 'sampleWeights'>): void {
    const version = String(++this.#addedCount);
    this.#profiles.set(key, { sampleWeights, known: new IndexedTree(tree), version });
  }

  /** The profile under a key, which does not count as used. */
  peek(key: string): CachedProfile | undefined {
    return this.#profiles.peek(key);
  }

  /** The profiles under all keys as one; undefined when one of them has been evicted. */
  sum(keys: readonly string[]): CachedProfile | undefined {
    const parts = keys.map((key) => this.#profiles.get(key)).filter((part) => part !== undefined);
    if (parts.length < keys.length) return undefined;
    if (parts.length === 1) return parts[0];
    return this.#cached(`sum of ${JSON.stringify(parts.map(({ version }) => version))}`, () => {
      const all = parts.map(({ known, sampleWeights }) => ({ tree: known.tree, sampleWeights }));
      const { tree, sampleWeights } = mergeWeightedTrees(all);
      return { known: new IndexedTree(tree), sampleWeights };
    });
  }

  /** The profile with its tree transformed. `how` describes the transformation completely. */
  derived(
    whole: CachedProfile,
    how: string,
    transform: (tree: CallTree) => CallTree,
    maxDepth = whole.known.maxDepth,
  ): CachedProfile {
    return this.#cached(`${how} of ${whole.version}`, () => ({
      ...whole,
      known: new IndexedTree(transform(whole.known.tree), maxDepth),
    }));
  }

  /** A derived profile, cached under its version, which describes how it is derived. */
  #cached(version: string, derive: () => Omit<CachedProfile, 'version'>): CachedProfile {
    const cached = this.#profiles.get(version);
    if (cached) return cached;
    const derived = { ...derive(), version };
    this.#profiles.set(version, derived);
    return derived;
  }
}

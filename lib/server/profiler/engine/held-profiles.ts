import { LRUCache } from 'lru-cache';
import type { Profile } from '@/lib/profile/call-tree';
import { decodeProfile } from '@/lib/profile/decode';
import { cutAtDepth } from '@/lib/profile/depth';
import { KnownTree } from '@/lib/profile/known-tree';
import { mergeSamples } from '@/lib/profile/merge-samples';
import type { Held, HeldProfile } from './messages';

type KnownProfile = Pick<Profile, 'sampleWeights'> & { known: KnownTree };

/** Profiles in memory, as they came and as they were put together, up to a number of bytes. */
export class HeldProfiles {
  readonly #profiles: LRUCache<string, KnownProfile>;
  #holds = 0;
  /** Key → which time it was held: what was put together of an older one is of no use. */
  readonly #versions = new Map<string, number>();

  constructor(mostBytes: number) {
    this.#profiles = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ known }) => known.bytes,
      dispose: (_, key) => this.#versions.delete(key),
    });
  }

  /** Throws UndecodableProfile for bytes that are no profile. */
  hold(key: string, bytes: Uint8Array): HeldProfile {
    const { tree, sampleWeights, start, end } = decodeProfile(bytes);
    this.#profiles.set(key, { sampleWeights, known: new KnownTree(tree) });
    this.#versions.set(key, ++this.#holds);
    return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  }

  /** The profiles of the keys added up; undefined when one of them isn't held (any more). */
  get({ keys, maxDepth }: Held): KnownProfile | undefined {
    const whole = keys.length === 1 ? this.#profiles.get(keys[0] ?? '') : this.#sum(keys);
    if (!whole || maxDepth === undefined || maxDepth >= whole.known.deepest) return whole;
    return this.#made(`depth ${maxDepth} ${this.#versionOf(keys)}`, () => ({
      ...whole,
      known: new KnownTree(cutAtDepth(whole.known.tree, maxDepth)),
    }));
  }

  #sum(keys: readonly string[]): KnownProfile | undefined {
    const parts = keys.map((key) => this.#profiles.get(key)).filter((part) => part !== undefined);
    if (parts.length < keys.length) return undefined;
    return this.#made(`sum ${this.#versionOf(keys)}`, () => {
      const all = parts.map(({ known, sampleWeights }) => ({ tree: known.tree, sampleWeights }));
      const { tree, sampleWeights } = mergeSamples(all);
      return { known: new KnownTree(tree), sampleWeights };
    });
  }

  #made(key: string, make: () => KnownProfile): KnownProfile {
    const made = this.#profiles.get(key) ?? make();
    this.#profiles.set(key, made);
    return made;
  }

  #versionOf(keys: readonly string[]): string {
    return JSON.stringify(keys.map((key) => this.#versions.get(key)));
  }
}

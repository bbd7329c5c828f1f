import { writeColumns } from '@/lib/profile/codec/columns/write-columns';
import { dropDeeper } from '@/lib/profile/tree/drop-deeper';
import { foldDeeper } from '@/lib/profile/tree/fold-deeper';
import type { FrameChoice, ViewChoice } from '@/lib/profile/view/choice';
import type { IndexedTree } from '@/lib/profile/view/indexed-tree';
import { type CachedProfile, CachedProfiles } from './cached-profiles';
import { ComparedProfiles } from './compared-profiles';
import { decodeBytes } from './decode-bytes';
import { type FilteredProfile, type FrameFilter, filteredProfile } from './filtered-profile';
import { foldOf } from './fold-of';
import type { LoadedProfile, ProfileRef, Undecodable } from './messages';

/** Decoded profiles, and what views, exports and comparisons derive from them, in memory up to a number of bytes. */
export class ProfileCache {
  readonly #profiles: CachedProfiles;
  readonly #comparisons: ComparedProfiles;

  constructor(maxBytes: number) {
    this.#profiles = new CachedProfiles(maxBytes);
    this.#comparisons = new ComparedProfiles(maxBytes / 2);
  }

  /** Decodes a payload of AWS, or an archived profile, and caches it under a key. */
  load(key: string, bytes: Uint8Array): LoadedProfile | Undecodable {
    const decoded = decodeBytes(bytes);
    if ('undecodable' in decoded) return decoded;
    const { start, end } = decoded;
    this.#profiles.add(key, decoded);
    return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  }

  /** A profile in columns to be archived, with its times; undefined when it has been evicted. */
  packed(key: string, times: LoadedProfile): Uint8Array | undefined {
    const profile = this.#profiles.peek(key);
    return (
      profile && writeColumns({ ...times, tree: profile.known.tree, sampleWeights: profile.sampleWeights })
    );
  }

  /** The referenced profiles merged and without deeper frames; undefined when one of them has been evicted. */
  merged(profile: ProfileRef): CachedProfile | undefined {
    return this.#cutAt(profile, 'dropped', dropDeeper);
  }

  /** As `merged`, but with one frame in place of deeper ones, so that a file has all samples. */
  exported(profile: ProfileRef): CachedProfile | undefined {
    return this.#cutAt(profile, 'folded', foldDeeper);
  }

  /** The merged profile without hidden functions and without the callees of collapsed ones. */
  filtered(profile: ProfileRef, filter: FrameFilter): FilteredProfile | undefined {
    const whole = this.merged(profile);
    return whole && filteredProfile(this.#profiles, whole, filter);
  }

  /** A profile with chains of frames folded, if the choice and its view want that. */
  drawn(profile: CachedProfile, { chains, mine = [], view = 'overview' }: ViewChoice): IndexedTree {
    if (!chains || view !== 'overview') return profile.known;
    return this.#profiles.derived(profile, `chains ${JSON.stringify(mine)}`, foldOf(mine)).known;
  }

  /** The comparison of two filtered profiles; undefined when a part of one has been evicted. */
  compared(
    baseline: ProfileRef,
    comparison: ProfileRef,
    choice: FrameChoice & Pick<ViewChoice, 'chains' | 'mine'>,
  ) {
    const [before, after] = [this.filtered(baseline, choice), this.filtered(comparison, choice)];
    return before && after && this.#comparisons.compared(before, after, choice);
  }

  #cutAt({ keys, maxDepth }: ProfileRef, how: string, cut: typeof dropDeeper): CachedProfile | undefined {
    const whole = this.#profiles.sum(keys);
    if (!whole || maxDepth === undefined || maxDepth >= whole.known.deepest) return whole;
    return this.#profiles.derived(whole, `${how} below ${maxDepth}`, (tree) => cut(tree, maxDepth), maxDepth);
  }
}

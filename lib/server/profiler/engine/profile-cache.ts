import { LRUCache } from 'lru-cache';
import { writeColumns } from '@/lib/profile/codec/columns/write-columns';
import { isOwnCode } from '@/lib/profile/graph/own-code';
import { collapseRecursion } from '@/lib/profile/transform/collapse-recursion';
import { foldChains } from '@/lib/profile/transform/fold-chains';
import { collapseFunctions, hideFunctions } from '@/lib/profile/transform/hide';
import { mergeWeightedTrees } from '@/lib/profile/transform/merge-weighted-trees';
import type { CallTree, Profile } from '@/lib/profile/tree/call-tree';
import { dropDeeper } from '@/lib/profile/tree/drop-deeper';
import { foldDeeper } from '@/lib/profile/tree/fold-deeper';
import { selfFromTotals } from '@/lib/profile/tree/self-from-totals';
import type { StateSamples } from '@/lib/profile/tree/states';
import { chosenStates, defaultPreset } from '@/lib/profile/tree/states';
import type { FrameChoice, ViewChoice } from '@/lib/profile/view/choice';
import { Comparison } from '@/lib/profile/view/comparison';
import { IndexedTree } from '@/lib/profile/view/indexed-tree';
import type { FunctionName, ProfileView } from '@/lib/profile/view/view';
import { decodeBytes } from './decode-bytes';
import type { LoadedProfile, ProfileRef, Undecodable } from './messages';

/** Equal versions mean equal profiles. */
type CachedProfile = Pick<Profile, 'sampleWeights'> & { known: IndexedTree; version: string };

type Chains = Pick<ViewChoice, 'chains' | 'mine'>;

type FrameFilter = Pick<FrameChoice, 'hidden' | 'collapsed' | 'recursion'>;

/** `whole` is the profile with all functions down to the requested depth, which sets the colours of packages. */
type FilteredProfile = CachedProfile & Pick<ProfileView, 'hidden' | 'collapsed'> & { whole: IndexedTree };

/** Decoded profiles and profiles derived from them, in memory, up to a number of bytes. */
export class ProfileCache {
  readonly #profiles: LRUCache<string, CachedProfile>;
  readonly #comparisons: LRUCache<string, Comparison>;
  #loadCount = 0;

  constructor(maxBytes: number) {
    this.#profiles = new LRUCache({ maxSize: maxBytes, sizeCalculation: ({ known }) => known.bytes });
    this.#comparisons = new LRUCache({
      maxSize: maxBytes / 2,
      sizeCalculation: (comparison) => comparison.bytes,
    });
  }

  /** Decodes a payload of AWS, or an archived profile, and caches it under a key. */
  load(key: string, bytes: Uint8Array): LoadedProfile | Undecodable {
    const decoded = decodeBytes(bytes);
    if ('undecodable' in decoded) return decoded;
    const { tree, sampleWeights, start, end } = decoded;
    this.#profiles.set(key, {
      sampleWeights,
      known: new IndexedTree(tree),
      version: String(++this.#loadCount),
    });
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

  #cutAt({ keys, maxDepth }: ProfileRef, how: string, cut: typeof dropDeeper): CachedProfile | undefined {
    const parts = keys.map((key) => this.#profiles.get(key)).filter((part) => part !== undefined);
    if (parts.length < keys.length) return undefined;
    const whole = parts.length === 1 ? parts[0] : this.#sum(parts);
    if (!whole || maxDepth === undefined || maxDepth >= whole.known.deepest) return whole;
    return this.#derived(whole, `${how} below ${maxDepth}`, (tree) => cut(tree, maxDepth), maxDepth);
  }

  /** The merged profile without hidden functions and without the callees of collapsed ones, with the names of both. */
  filtered(
    profile: ProfileRef,
    { hidden = [], collapsed = [], recursion }: FrameFilter,
  ): FilteredProfile | undefined {
    const whole = this.merged(profile);
    if (!whole) return undefined;
    const functions = { hidden: namedIn(whole, hidden), collapsed: namedIn(whole, collapsed) };
    const filtered = { ...functions, whole: this.#colouring(whole) };
    const how = [recursion, ...[functions.hidden, functions.collapsed].map((each) => each.map(keyOf).sort())];
    if (how.every((each) => each === undefined || each.length === 0)) return { ...whole, ...filtered };
    const derived = this.#derived(whole, JSON.stringify(how), (tree) => {
      const collapsedTree = collapseFunctions(tree, functions.collapsed.map(nameOf));
      const visible = hideFunctions(collapsedTree, functions.hidden.map(nameOf));
      return recursion ? collapseRecursion(visible) : visible;
    });
    return { ...derived, ...filtered };
  }

  /** A profile with runs of frames folded, if the choice and its view want that. */
  drawn(profile: CachedProfile, { chains, mine = [], view = 'overview' }: ViewChoice): IndexedTree {
    if (!chains || view !== 'overview') return profile.known;
    const how = `chains ${JSON.stringify(mine)}`;
    return this.#derived(profile, how, (tree) => foldChains(tree, ownCode(mine))).known;
  }

  compared(baseline: ProfileRef, comparison: ProfileRef, choice: FrameChoice & Chains) {
    const [before, after] = [this.filtered(baseline, choice), this.filtered(comparison, choice)];
    if (!before || !after) return undefined;
    const occurring = mergedStates([before.known.tree, after.known.tree]);
    const data = choice.data ?? defaultPreset(occurring.map(({ state }) => state));
    const { chains, mine = [] } = choice;
    const fold = chains && ((tree: CallTree) => foldChains(tree, ownCode(mine)));
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

  /**
   * The profile that ranks packages: removed samples are self of the frame above. Whether deeper frames are cached depends on
   * earlier requests, and a link must always show the same colours.
   */
  #colouring(whole: CachedProfile): IndexedTree {
    if (whole.known.maxDepth === undefined) return whole.known;
    const withRemoved = (tree: CallTree) => tree.total.map((total) => selfFromTotals(tree, total));
    return this.#derived(whole, 'colours', (tree) => ({ ...tree, self: withRemoved(tree) })).known;
  }

  #sum(parts: readonly CachedProfile[]): CachedProfile {
    return this.#cached(`sum of ${JSON.stringify(parts.map(({ version }) => version))}`, () => {
      const all = parts.map(({ known, sampleWeights }) => ({ tree: known.tree, sampleWeights }));
      const { tree, sampleWeights } = mergeWeightedTrees(all);
      return { known: new IndexedTree(tree), sampleWeights };
    });
  }

  #derived(
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

const ownCode = (prefixes: readonly string[]) => (name: string) => isOwnCode(name, prefixes);

const keyOf = ({ key }: FunctionName) => key;
const nameOf = ({ name }: FunctionName) => name;

const namedIn = ({ known }: CachedProfile, keys: readonly string[]): FunctionName[] =>
  keys.flatMap((key) => {
    const name = known.functionNamed(key);
    return name === undefined ? [] : [{ key, name }];
  });

const mergedNames = (some: readonly FunctionName[], others: readonly FunctionName[]): FunctionName[] => [
  ...new Map([...some, ...others].map((each) => [each.key, each])).values(),
];

/** The thread states of all trees, each with the sum of its samples. */
function mergedStates(trees: readonly CallTree[]): StateSamples[] {
  const samples = new Map<string, number>();
  for (const { states, total } of trees) {
    for (const [i, state] of states.entries()) {
      samples.set(state, (samples.get(state) ?? 0) + (total[i]?.[0] ?? 0));
    }
  }
  return [...samples].map(([state, sum]) => ({ state, samples: sum }));
}

import { LRUCache } from 'lru-cache';
import { decodeProfile, UndecodableProfile } from '@/lib/profile/codec/decode';
import { collapseRecursion } from '@/lib/profile/transform/collapse-recursion';
import { collapseFunctions, hideFunctions } from '@/lib/profile/transform/hide';
import { mergeSamples } from '@/lib/profile/transform/merge-samples';
import type { CallTree, Profile } from '@/lib/profile/tree/call-tree';
import { cutAtDepth } from '@/lib/profile/tree/depth';
import { chosenStates, defaultChoice } from '@/lib/profile/tree/states';
import type { FrameChoice } from '@/lib/profile/view/choice';
import { Comparison } from '@/lib/profile/view/comparison';
import { KnownTree } from '@/lib/profile/view/indexed-tree';
import type { FunctionName, ProfileView, StateSamples } from '@/lib/profile/view/view';
import type { Held, HeldProfile, Undecodable } from './messages';

/** Equal versions mean equal profiles. */
type KnownProfile = Pick<Profile, 'sampleWeights'> & { known: KnownTree; version: string };

type Frames = Pick<FrameChoice, 'hidden' | 'collapsed' | 'recursion'>;

type ChangedFunctions = Pick<ProfileView, 'hidden' | 'collapsed'>;

/** Profiles in memory, as they came and as they were put together, up to a number of bytes. */
export class HeldProfiles {
  readonly #profiles: LRUCache<string, KnownProfile>;
  readonly #comparisons: LRUCache<string, Comparison>;
  #holds = 0;

  constructor(mostBytes: number) {
    this.#profiles = new LRUCache({ maxSize: mostBytes, sizeCalculation: ({ known }) => known.bytes });
    this.#comparisons = new LRUCache({
      maxSize: mostBytes / 2,
      sizeCalculation: (comparison) => comparison.bytes,
    });
  }

  hold(key: string, bytes: Uint8Array): HeldProfile | Undecodable {
    const decoded = decodedOf(bytes);
    if ('undecodable' in decoded) return decoded;
    const { tree, sampleWeights, start, end } = decoded;
    this.#profiles.set(key, { sampleWeights, known: new KnownTree(tree), version: String(++this.#holds) });
    return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  }

  /** The profiles of the keys added up; undefined when one of them isn't held (any more). */
  whole({ keys, maxDepth }: Held): KnownProfile | undefined {
    const parts = keys.map((key) => this.#profiles.get(key)).filter((part) => part !== undefined);
    if (parts.length < keys.length) return undefined;
    const whole = parts.length === 1 ? parts[0] : this.#sum(parts);
    if (!whole || maxDepth === undefined || maxDepth >= whole.known.deepest) return whole;
    return this.#changed(whole, `depth ${maxDepth}`, (tree) => cutAtDepth(tree, maxDepth));
  }

  /** The same without the functions that are hidden, and without what collapsed ones call; both are named. */
  looked(
    held: Held,
    { hidden = [], collapsed = [], recursion }: Frames,
  ): (KnownProfile & ChangedFunctions) | undefined {
    const whole = this.whole(held);
    if (!whole) return undefined;
    const changed = { hidden: namedIn(whole, hidden), collapsed: namedIn(whole, collapsed) };
    const how = [recursion, ...[changed.hidden, changed.collapsed].map((each) => each.map(keyOf).sort())];
    if (how.every((each) => each === undefined || each.length === 0)) return { ...whole, ...changed };
    const left = this.#changed(whole, JSON.stringify(how), (tree) => {
      const grown = collapseFunctions(tree, changed.collapsed.map(nameOf));
      const seen = hideFunctions(grown, changed.hidden.map(nameOf));
      return recursion ? collapseRecursion(seen) : seen;
    });
    return { ...left, ...changed };
  }

  compared(baseline: Held, comparison: Held, choice: FrameChoice) {
    const [before, after] = [this.looked(baseline, choice), this.looked(comparison, choice)];
    if (!before || !after) return undefined;
    const occurring = unitedStates([before.known.tree, after.known.tree]);
    const data = choice.data ?? defaultChoice(occurring.map(({ state }) => state));
    const key = JSON.stringify([before.version, after.version, data]);
    const kept = this.#comparisons.get(key);
    const sideOf = ({ known: { tree } }: KnownProfile) => ({ tree, states: chosenStates(data, tree.states) });
    const made = kept ?? new Comparison(sideOf(before), sideOf(after));
    if (!kept) this.#comparisons.set(key, made);
    return {
      comparison: made,
      occurring,
      hidden: unitedNames(before.hidden, after.hidden),
      collapsed: unitedNames(before.collapsed, after.collapsed),
    };
  }

  #sum(parts: readonly KnownProfile[]): KnownProfile {
    return this.#made(`sum of ${JSON.stringify(parts.map(({ version }) => version))}`, () => {
      const all = parts.map(({ known, sampleWeights }) => ({ tree: known.tree, sampleWeights }));
      const { tree, sampleWeights } = mergeSamples(all);
      return { known: new KnownTree(tree), sampleWeights };
    });
  }

  #changed(whole: KnownProfile, how: string, change: (tree: CallTree) => CallTree): KnownProfile {
    return this.#made(`${how} of ${whole.version}`, () => ({
      ...whole,
      known: new KnownTree(change(whole.known.tree)),
    }));
  }

  /** Made from what its version names. */
  #made(version: string, make: () => Omit<KnownProfile, 'version'>): KnownProfile {
    const kept = this.#profiles.get(version);
    if (kept) return kept;
    const made = { ...make(), version };
    this.#profiles.set(version, made);
    return made;
  }
}

const keyOf = ({ key }: FunctionName) => key;
const nameOf = ({ name }: FunctionName) => name;

const namedIn = ({ known }: KnownProfile, keys: readonly string[]): FunctionName[] =>
  keys.flatMap((key) => {
    const name = known.functionNamed(key);
    return name === undefined ? [] : [{ key, name }];
  });

const unitedNames = (some: readonly FunctionName[], others: readonly FunctionName[]): FunctionName[] => [
  ...new Map([...some, ...others].map((each) => [each.key, each])).values(),
];

/** The thread states of trees, with the samples of all of them. */
function unitedStates(trees: readonly CallTree[]): StateSamples[] {
  const samples = new Map<string, number>();
  for (const { states, total } of trees) {
    for (const [i, state] of states.entries()) {
      samples.set(state, (samples.get(state) ?? 0) + (total[i]?.[0] ?? 0));
    }
  }
  return [...samples].map(([state, sum]) => ({ state, samples: sum }));
}

function decodedOf(bytes: Uint8Array): Profile | Undecodable {
  try {
    return decodeProfile(bytes);
  } catch (error) {
    if (error instanceof UndecodableProfile) return { undecodable: error.message };
    throw error;
  }
}

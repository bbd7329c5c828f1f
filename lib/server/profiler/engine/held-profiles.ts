import { LRUCache } from 'lru-cache';
import type { CallTree, Profile } from '@/lib/profile/call-tree';
import { collapseRecursion } from '@/lib/profile/collapse-recursion';
import { Comparison } from '@/lib/profile/compared-view';
import { decodeProfile, UndecodableProfile } from '@/lib/profile/decode';
import { cutAtDepth } from '@/lib/profile/depth';
import { hideFunctions } from '@/lib/profile/hide';
import { KnownTree } from '@/lib/profile/known-tree';
import { mergeSamples } from '@/lib/profile/merge-samples';
import { chosenStates, defaultChoice } from '@/lib/profile/states';
import type { FrameChoice, FunctionName } from '@/lib/profile/view';
import type { Held, HeldProfile, Undecodable } from './messages';

/** Equal versions mean equal profiles. */
type KnownProfile = Pick<Profile, 'sampleWeights'> & { known: KnownTree; version: string };

type Frames = Pick<FrameChoice, 'hidden' | 'recursion'>;

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

  /** The same without the functions that are hidden, which are named. */
  looked(
    held: Held,
    { hidden = [], recursion }: Frames,
  ): (KnownProfile & { hidden: FunctionName[] }) | undefined {
    const whole = this.whole(held);
    if (!whole) return undefined;
    const functions = hidden.flatMap((key) => {
      const name = whole.known.functionNamed(key);
      return name === undefined ? [] : [{ key, name }];
    });
    if (functions.length === 0 && !recursion) return { ...whole, hidden: [] };
    const keys = functions.map(({ key }) => key).sort();
    const left = this.#changed(whole, `${recursion} without ${keys}`, (tree) => {
      const seen = hideFunctions(
        tree,
        functions.map((each) => each.name),
      );
      return recursion ? collapseRecursion(seen) : seen;
    });
    return { ...left, hidden: functions };
  }

  compared(baseline: Held, comparison: Held, choice: FrameChoice) {
    const [before, after] = [this.looked(baseline, choice), this.looked(comparison, choice)];
    if (!before || !after) return undefined;
    const states = [...new Set([before, after].flatMap(({ known }) => known.tree.states))];
    const data = choice.data ?? defaultChoice(states);
    const key = JSON.stringify([before.version, after.version, data]);
    const kept = this.#comparisons.get(key);
    const sideOf = ({ known: { tree } }: KnownProfile) => ({ tree, states: chosenStates(data, tree.states) });
    const made = kept ?? new Comparison(sideOf(before), sideOf(after));
    if (!kept) this.#comparisons.set(key, made);
    const names = new Map([...before.hidden, ...after.hidden].map((each) => [each.key, each]));
    return { comparison: made, hidden: [...names.values()] };
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

function decodedOf(bytes: Uint8Array): Profile | Undecodable {
  try {
    return decodeProfile(bytes);
  } catch (error) {
    if (error instanceof UndecodableProfile) return { undecodable: error.message };
    throw error;
  }
}

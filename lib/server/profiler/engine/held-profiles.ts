import { LRUCache } from 'lru-cache';
import type { CallTree, Profile } from '@/lib/profile/call-tree';
import { collapseRecursion } from '@/lib/profile/collapse-recursion';
import { Comparison } from '@/lib/profile/compared-view';
import { decodeProfile } from '@/lib/profile/decode';
import { cutAtDepth } from '@/lib/profile/depth';
import { hideFunctions } from '@/lib/profile/hide';
import { KnownTree } from '@/lib/profile/known-tree';
import { mergeSamples } from '@/lib/profile/merge-samples';
import { chosenStates } from '@/lib/profile/states';
import type { FrameChoice, FunctionName } from '@/lib/profile/view';
import type { Held, HeldProfile } from './messages';

export type KnownProfile = Pick<Profile, 'sampleWeights'> & { known: KnownTree };

type Frames = Pick<FrameChoice, 'hidden' | 'recursion'>;

/** Profiles in memory, as they came and as they were put together, up to a number of bytes. */
export class HeldProfiles {
  readonly #profiles: LRUCache<string, KnownProfile>;
  readonly #comparisons: LRUCache<string, Comparison>;
  #holds = 0;
  /** Key → which time it was held: what was put together of an older one is of no use. */
  readonly #versions = new Map<string, number>();

  constructor(mostBytes: number) {
    this.#profiles = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ known }) => known.bytes,
      dispose: (_, key) => this.#versions.delete(key),
    });
    this.#comparisons = new LRUCache({
      maxSize: mostBytes / 2,
      sizeCalculation: (comparison) => comparison.bytes,
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
  whole({ keys, maxDepth }: Held): KnownProfile | undefined {
    const whole = keys.length === 1 ? this.#profiles.get(keys[0] ?? '') : this.#sum(keys);
    if (!whole || maxDepth === undefined || maxDepth >= whole.known.deepest) return whole;
    const cut = (tree: CallTree) => cutAtDepth(tree, maxDepth);
    return this.#changed(whole, `depth ${maxDepth} of ${this.#versionOf(keys)}`, cut);
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
    const name = `${recursion} without ${keys} of ${this.#versionOf(held.keys)} ${held.maxDepth}`;
    const left = this.#changed(whole, name, (tree) => {
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
    const { hidden = [], recursion, data } = choice;
    const sides = [baseline, comparison].map(({ keys, maxDepth }) => [this.#versionOf(keys), maxDepth]);
    const key = JSON.stringify([sides, data, hidden.toSorted(), recursion]);
    const sideOf = ({ known: { tree } }: KnownProfile) => ({ tree, states: chosenStates(data, tree.states) });
    const made = this.#comparisons.get(key) ?? new Comparison(sideOf(before), sideOf(after));
    this.#comparisons.set(key, made);
    const names = new Map([...before.hidden, ...after.hidden].map((each) => [each.key, each]));
    return { comparison: made, hidden: [...names.values()] };
  }

  #sum(keys: readonly string[]): KnownProfile | undefined {
    const parts = keys.map((key) => this.#profiles.get(key)).filter((part) => part !== undefined);
    if (parts.length < keys.length) return undefined;
    return this.#made(`sum of ${this.#versionOf(keys)}`, () => {
      const all = parts.map(({ known, sampleWeights }) => ({ tree: known.tree, sampleWeights }));
      const { tree, sampleWeights } = mergeSamples(all);
      return { known: new KnownTree(tree), sampleWeights };
    });
  }

  #changed(whole: KnownProfile, name: string, change: (tree: CallTree) => CallTree): KnownProfile {
    return this.#made(name, () => ({ ...whole, known: new KnownTree(change(whole.known.tree)) }));
  }

  #made(name: string, make: () => KnownProfile): KnownProfile {
    const made = this.#profiles.get(name) ?? make();
    this.#profiles.set(name, made);
    return made;
  }

  #versionOf(keys: readonly string[]): string {
    return JSON.stringify(keys.map((key) => this.#versions.get(key)));
  }
}

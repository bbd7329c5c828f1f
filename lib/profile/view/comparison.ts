import type { PackageSlots } from '../graph/package-slots';
import { selfSums } from '../graph/self-sums';
import { asShares, differenceOf, type Side, topMovers } from '../transform/difference';
import { cutForScreen, samplesOf } from '../transform/screen';
import { normalizeQuery, searchMatching } from '../transform/search';
import { selfSamples } from '../transform/self-samples';
import type { CallTree } from '../tree/call-tree';
import { treeBytes } from '../tree/tree-bytes';
import type { CompareChoice, CompareUnit, ViewChoice } from './choice';
import { toCompact } from './compact';
import { IndexedTree } from './indexed-tree';
import { isWithinSamplingError } from './sampling-error';
import { unfoldedFocus } from './unfolded-focus';
import type { ComparedView } from './view';

/** Maximum number of functions listed in each direction. */
const MAX_MOVED = 50;

/** Two profiles merged into one tree, in samples and in shares. */
export class Comparison {
  readonly #units: Record<CompareUnit, IndexedTree>;
  /** The trees to draw, which may have folded chains. */
  readonly #drawn: Record<CompareUnit, IndexedTree>;
  readonly #samples: ComparedView['samples'];
  /** Samples deeper than the maximum depth, by side. */
  readonly #deeper = new Map<CompareUnit, number[]>();
  readonly #moved = new Map<string, ComparedView['moved']>();

  constructor(baseline: Side, comparison: Side, maxDepth?: number, fold?: (tree: CallTree) => CallTree) {
    const difference = differenceOf(baseline, comparison);
    this.#units = {
      samples: new IndexedTree(difference, maxDepth),
      share: new IndexedTree(asShares(difference), maxDepth),
    };
    const { samples, share } = this.#units;
    const folded = ({ tree }: IndexedTree) => new IndexedTree(fold ? fold(tree) : tree, maxDepth);
    this.#drawn = fold ? { samples: folded(samples), share: folded(share) } : this.#units;
    const [before, after] = difference.total.map((column) => column[0] ?? 0);
    this.#samples = { baseline: before ?? 0, comparison: after ?? 0 };
  }

  /** Frames are as wide as both sides together, so that frames of only one side are visible. `slots` are the comparison's. */
  view(
    { unit, chance }: CompareChoice,
    { width, focus: key = '', search = '' }: ViewChoice,
    slots: PackageSlots,
    hasTimeLeft?: () => boolean,
  ): Omit<ComparedView, 'group' | 'occurring' | 'hidden' | 'collapsed'> {
    const indexed = this.#units[unit];
    const drawn = this.#drawn[unit];
    const { tree } = drawn;
    const samples = drawn.total(tree.states);
    const node = drawn.nodeAt(key);
    const { tree: cut, nodes, isBounded } = cutForScreen(tree, { samples, width, focus: node ?? 0 });
    drawn.remember(nodes);
    // Figures are those of all frames, folded or not.
    const focus = unfoldedFocus(tree, node ?? 0, indexed.tree, indexed.nodeAt(key) ?? 0);
    const wanted = normalizeQuery(search);
    const searched = (among: IndexedTree): { matching?: Uint8Array; searchError?: string } =>
      wanted === '' ? {} : among.search(wanted, hasTimeLeft);
    const ofDrawn = searched(drawn);
    const ofAll = drawn === indexed ? ofDrawn : searched(indexed);
    const { matching } = ofDrawn;
    const matchingAll = ofAll.matching;
    // Both searches share the time that is left.
    const searchError = ofDrawn.searchError ?? ofAll.searchError;
    return {
      unit,
      samples: this.#samples,
      tree: toCompact(cut),
      ...(matching && {
        matched: Array.from(cut.name, (name) => matching[name] ?? 0),
      }),
      ...(matchingAll && { found: foundIn(indexed, matchingAll, focus) }),
      ...(searchError !== undefined && { searchError }),
      states: tree.states,
      frames: indexed.tree.name.length - 1,
      framesLeftOut: drawn.framesOutside(nodes, tree.states),
      ...(isBounded && { isBounded }),
      deepest: indexed.deepest,
      ...this.#deeperIn(unit, nodes),
      focus: node === undefined ? '' : key,
      slots,
      self: this.#selfIn(focus, slots),
      moved: this.#movedIn(unit, chance === 'listed'),
    };
  }

  get bytes(): number {
    const all = new Set([...Object.values(this.#units), ...Object.values(this.#drawn)]);
    const trees = [...all].map(({ tree }) => tree);
    return [...all].reduce((sum, { ownBytes }) => sum + ownBytes, treeBytes(...trees));
  }

  #selfIn(focus: number, slots: PackageSlots): ComparedView['self'] {
    const { tree } = this.#units.samples;
    const samplesIn = (side: string) => {
      const total = samplesOf(tree, [side]);
      return { samples: total[focus] ?? 0, self: selfSamples(tree, [side], total, [focus]) };
    };
    const [before, after] = [samplesIn('baseline'), samplesIn('comparison')];
    // One legend counts the packages of both sides.
    const seen = before.self.seen.map((isSeen, name) => isSeen | (after.self.seen[name] ?? 0));
    const options = { names: tree.names, states: [], slots, mine: undefined };
    const sums = ({ self, samples }: typeof before) => selfSums({ ...self, seen }, { ...options, samples });
    return { baseline: sums(before), comparison: sums(after) };
  }

  /** What lies deeper than the maximum depth: of each side, and directly below each of the drawn nodes. */
  #deeperIn(unit: CompareUnit, nodes: Uint32Array): Pick<ComparedView, 'deeper'> {
    const indexed = this.#units[unit];
    const sides =
      this.#deeper.get(unit) ?? indexed.tree.states.map((side) => indexed.removed([side])?.all ?? 0);
    this.#deeper.set(unit, sides);
    const removed = this.#drawn[unit].removed(indexed.tree.states);
    if (!removed) return {};
    const [baseline = 0, comparison = 0] = sides;
    const below = Array.from(nodes, (node) => removed.below[node] ?? 0);
    return { deeper: { maxDepth: removed.maxDepth, below, baseline, comparison } };
  }

  #movedIn(unit: CompareUnit, withChance: boolean): ComparedView['moved'] {
    const { tree } = this.#units[unit];
    const isOmitted = (before: number, after: number) =>
      !withChance && isWithinSamplingError(before, after, unit, this.#samples);
    const key = `${unit} ${withChance}`;
    const moved = this.#moved.get(key) ?? {
      self: topMovers(tree, 'self', MAX_MOVED, isOmitted),
      total: topMovers(tree, 'total', MAX_MOVED, isOmitted),
    };
    this.#moved.set(key, moved);
    return moved;
  }
}

function foundIn(indexed: IndexedTree, matching: Uint8Array, focus = 0): ComparedView['found'] {
  const { tree } = indexed;
  const { functions, frames } = searchMatching(tree, matching, indexed.total(tree.states), focus);
  const [baseline = 0, comparison = 0] = tree.total.map(
    (samples) => searchMatching(tree, matching, samples, focus).samples,
  );
  return { baseline, comparison, functions, frames };
}

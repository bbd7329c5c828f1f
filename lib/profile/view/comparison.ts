import type { PackageSlots } from '../graph/package-slots';
import { type SelfSums, selfSums } from '../graph/self-sums';
import { asShares, differenceOf, type Side, topMovers } from '../transform/difference';
import { cutForScreen, samplesOf } from '../transform/screen';
import { normalizeQuery, searchMatching } from '../transform/search';
import { selfSamples } from '../transform/self-samples';
import { treeBytes } from '../tree/tree-bytes';
import type { CompareChoice, CompareUnit, ViewChoice } from './choice';
import { toCompact } from './compact';
import { IndexedTree } from './indexed-tree';
import { isWithinSamplingError } from './sampling-error';
import type { ComparedView } from './view';

/** Maximum number of functions listed in each direction. */
const MAX_MOVED = 50;

/** Two profiles merged into one tree, in samples and in shares. */
export class Comparison {
  readonly #units: Record<CompareUnit, IndexedTree>;
  readonly #samples: ComparedView['samples'];
  readonly #moved = new Map<string, ComparedView['moved']>();

  constructor(baseline: Side, comparison: Side, maxDepth?: number) {
    const difference = differenceOf(baseline, comparison);
    this.#units = {
      samples: new IndexedTree(difference, maxDepth),
      share: new IndexedTree(asShares(difference), maxDepth),
    };
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
    const { tree, deepest } = indexed;
    const samples = indexed.total(tree.states);
    const focus = indexed.nodeAt(key);
    const { tree: cut, nodes, isBounded } = cutForScreen(tree, { samples, width, focus: focus ?? 0 });
    indexed.remember(nodes);
    const wanted = normalizeQuery(search);
    const { matching, searchError }: { matching?: Uint8Array; searchError?: string } =
      wanted === '' ? {} : indexed.search(wanted, hasTimeLeft);
    return {
      unit,
      samples: this.#samples,
      tree: toCompact(cut),
      ...(matching && {
        matched: Array.from(cut.name, (name) => matching[name] ?? 0),
        found: foundIn(indexed, matching, focus),
      }),
      ...(searchError !== undefined && { searchError }),
      states: tree.states,
      frames: tree.name.length - 1,
      framesLeftOut: tree.name.length - nodes.length,
      ...(isBounded && { isBounded }),
      deepest,
      ...deeperIn(indexed),
      focus: focus === undefined ? '' : key,
      slots,
      self: {
        baseline: this.#selfOf('baseline', focus, slots),
        comparison: this.#selfOf('comparison', focus, slots),
      },
      moved: this.#movedIn(unit, chance === 'listed'),
    };
  }

  get bytes(): number {
    const { samples, share } = this.#units;
    return treeBytes(samples.tree, share.tree) + samples.ownBytes + share.ownBytes;
  }

  #selfOf(side: 'baseline' | 'comparison', focus = 0, slots: PackageSlots): SelfSums {
    const { tree } = this.#units.samples;
    const total = samplesOf(tree, [side]);
    const samples = total[focus] ?? 0;
    const self = selfSamples(tree, [side], total, [focus]);
    return selfSums(self, { names: tree.names, states: [], samples, slots, mine: undefined });
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

/** What lies deeper than the maximum depth on each side, in the tree's unit. */
function deeperIn(indexed: IndexedTree): Pick<ComparedView, 'deeper'> {
  const { maxDepth } = indexed;
  const [baseline = 0, comparison = 0] = indexed.tree.states.map((side) => indexed.removed([side])?.all);
  return maxDepth !== undefined && baseline + comparison > 0
    ? { deeper: { maxDepth, baseline, comparison } }
    : {};
}

function foundIn(indexed: IndexedTree, matching: Uint8Array, focus = 0): ComparedView['found'] {
  const { tree } = indexed;
  const { functions } = searchMatching(tree, matching, indexed.total(tree.states), focus);
  const [baseline = 0, comparison = 0] = tree.total.map(
    (samples) => searchMatching(tree, matching, samples, focus).samples,
  );
  return { baseline, comparison, functions };
}

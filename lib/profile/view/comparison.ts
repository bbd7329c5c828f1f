import { asShares, differenceOf, movedMost, type Side } from '../transform/difference';
import { cutForScreen } from '../transform/screen';
import { searchMatching, wantedText } from '../transform/search';
import { treeBytes } from '../tree/tree-bytes';
import type { CompareChoice, CompareUnit, ViewChoice } from './choice';
import { toCompact } from './compact';
import { KnownTree } from './indexed-tree';
import { isWithinError } from './sampling-error';
import type { ComparedView } from './view';

/** Functions that moved, each way. */
const MOST_MOVED = 50;

/** Two profiles as one tree, in samples and in shares, for a screen. */
export class Comparison {
  readonly #units: Record<CompareUnit, KnownTree>;
  readonly #samples: ComparedView['samples'];
  readonly #moved = new Map<string, ComparedView['moved']>();

  constructor(baseline: Side, comparison: Side) {
    const difference = differenceOf(baseline, comparison);
    this.#units = { samples: new KnownTree(difference), share: new KnownTree(asShares(difference)) };
    const [before, after] = difference.total.map((column) => column[0] ?? 0);
    this.#samples = { baseline: before ?? 0, comparison: after ?? 0 };
  }

  /** Frames are as wide as both sides together, so that those of one side alone are seen as well. */
  view(
    { unit, chance }: CompareChoice,
    { width, focus: key = '', search = '' }: ViewChoice,
    goesOn?: () => boolean,
  ): Omit<ComparedView, 'group' | 'occurring' | 'hidden' | 'collapsed'> {
    const known = this.#units[unit];
    const { tree, deepest } = known;
    const samples = known.total(tree.states);
    const focus = known.nodeAt(key);
    const { tree: cut, nodes } = cutForScreen(tree, { samples, width, focus: focus ?? 0 });
    known.showed(nodes);
    const wanted = wantedText(search);
    const { matching, refused }: { matching?: Uint8Array; refused?: string } =
      wanted === '' ? {} : known.search(wanted, goesOn);
    return {
      unit,
      samples: this.#samples,
      tree: toCompact(cut),
      ...(matching && {
        matched: Array.from(cut.name, (name) => matching[name] ?? 0),
        found: foundIn(known, matching, focus),
      }),
      ...(refused !== undefined && { refused }),
      states: tree.states,
      frames: tree.name.length - 1,
      framesLeftOut: tree.name.length - nodes.length,
      deepest,
      focus: focus === undefined ? '' : key,
      moved: this.#movedIn(unit, chance === 'listed'),
    };
  }

  get bytes(): number {
    const { samples, share } = this.#units;
    return treeBytes(samples.tree, share.tree) + samples.ownBytes + share.ownBytes;
  }

  #movedIn(unit: CompareUnit, withChance: boolean): ComparedView['moved'] {
    const { tree } = this.#units[unit];
    const isPassedOver = (before: number, after: number) =>
      !withChance && isWithinError(before, after, unit, this.#samples);
    const key = `${unit} ${withChance}`;
    const moved = this.#moved.get(key) ?? {
      self: movedMost(tree, 'self', MOST_MOVED, isPassedOver),
      total: movedMost(tree, 'total', MOST_MOVED, isPassedOver),
    };
    this.#moved.set(key, moved);
    return moved;
  }
}

function foundIn(known: KnownTree, matching: Uint8Array, focus = 0): ComparedView['found'] {
  const { tree } = known;
  const { functions } = searchMatching(tree, matching, known.total(tree.states), focus);
  const [baseline = 0, comparison = 0] = tree.total.map(
    (samples) => searchMatching(tree, matching, samples, focus).samples,
  );
  return { baseline, comparison, functions };
}

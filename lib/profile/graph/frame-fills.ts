import type { CallTree } from '../tree/call-tree';
import { chainOf } from '../tree/frame-chain';
import { sortStates } from '../tree/states';
import { MINE_FILL, MIXED_FILL, OTHER_FILL, packageFill, ROOT_FILL } from './frame-colour';
import { isOwnCode } from './own-code';
import type { PackageSlots } from './package-slots';
import { packagesOf } from './packages-of';
import { parseFrame } from './parse-frame';
import { stateFill } from './state-fill';

/** Meaning of a frame's colour: its package, whether it is the viewer's own code, or its thread state. */
export const COLOUR_MODES = ['package', 'mine', 'state'] as const;
export type ColourMode = (typeof COLOUR_MODES)[number];

export type Colouring = {
  colours: ColourMode;
  /** Name prefixes of the viewer's own code. */
  mine: readonly string[];
  states: readonly string[];
  slots: PackageSlots;
};

/** Returns the CSS fill of a node. */
export function frameFills(
  tree: CallTree,
  { colours, mine, states, slots }: Colouring,
): (node: number) => string {
  if (colours === 'state') return byState(tree, states);
  const fills = new Map<number, string>();
  const fillOfName = colours === 'package' ? byPackage(tree.names, slots) : byOwner(tree.names, mine);
  return (node) => {
    const index = node === 0 ? -1 : (tree.name[node] ?? 0);
    const known = fills.get(index);
    if (known !== undefined) return known;
    const fill = node === 0 ? ROOT_FILL : fillOfName(index);
    fills.set(index, fill);
    return fill;
  };
}

/** Index of a name → its fill. Only packages are parsed, because a graph opens with thousands of names. */
function byPackage(names: readonly string[], slots: PackageSlots): (index: number) => string {
  const { packages, of } = packagesOf(names);
  const fills = packages.map((name) => packageFill(name, slots));
  return (index) => (isMixed(names[index] ?? '') ? MIXED_FILL : (fills[of[index] ?? 0] ?? OTHER_FILL));
}

const byOwner =
  (names: readonly string[], mine: readonly string[]) =>
  (index: number): string =>
    isOwnCode(names[index] ?? '', mine) ? MINE_FILL : OTHER_FILL;

/** Whether a frame stands for folded frames of more than one package. */
const isMixed = (name: string) => new Set(chainOf(name)?.map((each) => parseFrame(each).package)).size > 1;

/** Colours frames by the state with most of their samples. */
function byState(tree: CallTree, states: readonly string[]): (node: number) => string {
  const columns = sortStates(states).map((state) => ({
    fill: stateFill(state),
    total: tree.total[tree.states.indexOf(state)],
  }));
  return (node) => {
    let highest = 0;
    let fill = OTHER_FILL;
    for (const column of columns) {
      const samples = column.total?.[node] ?? 0;
      if (samples <= highest) continue;
      highest = samples;
      fill = column.fill;
    }
    return fill;
  };
}

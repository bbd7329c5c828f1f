import type { CallTree } from '../tree/call-tree';
import type { NodeSamples } from '../tree/sample-column';
import { selfFromTotals } from '../tree/self-from-totals';
import { sortStates } from '../tree/states';
import { frameFill, type Hue, packageHue } from './frame-colour';
import { parseFrame } from './parse-frame';

/** Meaning of a frame's colour: its package, whether it is the viewer's own code, or its thread state. */
export const COLOUR_MODES = ['package', 'mine', 'state'] as const;
export type ColourMode = (typeof COLOUR_MODES)[number];

export const MAX_PREFIX_LENGTH = 100;
export const MAX_PREFIXES = 20;

/** Frames of one colour, with their share of the profile (0–1). */
export type FrameGroup = { label: string; hue: Hue; share: number };

type FrameGroups = {
  /** CSS fill of a node. */
  fillOf(node: number): string;
  /** Groups with the most self samples first. */
  legend: FrameGroup[];
};

/** Related to the accent colour, unlike any package. */
const MINE_HUE: Hue = 262;

const STATE_HUES = new Map<string, Hue>([
  ['RUNNABLE', 150],
  ['BLOCKED', 350],
  ['NATIVE', 200],
  ['WAITING', 45],
  ['TIMED_WAITING', 22],
  ['WALL_TIME', 262],
]);

/** Colours the frames and explains the colours. `mine` lists name prefixes of the viewer's own code. */
export function frameGroups(
  tree: CallTree,
  samples: Pick<NodeSamples, 'total'>,
  { colours, mine, states }: { colours: ColourMode; mine: readonly string[]; states: readonly string[] },
): FrameGroups {
  const groupOf = groupLookup(tree, { colours, mine, states });
  const fills = new Map<string, string>();
  const sums = new Map<string, Group & { samples: number }>();
  const self = selfFromTotals(tree, samples.total);
  const whole = samples.total[0] ?? 0;
  for (let node = 1; node < tree.name.length; node++) {
    const { label, hue } = groupOf(node);
    const group = sums.get(label) ?? { label, hue, samples: 0 };
    group.samples += self[node] ?? 0;
    sums.set(label, group);
  }
  return {
    fillOf(node) {
      const { label, hue } = groupOf(node);
      const fill = fills.get(label) ?? frameFill(hue);
      fills.set(label, fill);
      return fill;
    },
    legend: [...sums.values()]
      .sort((a, b) => b.samples - a.samples || (a.label < b.label ? -1 : 1))
      .map(({ label, hue, samples: sum }) => ({ label, hue, share: whole > 0 ? sum / whole : 0 })),
  };
}

type Group = { label: string; hue: Hue };

const MINE: Group = { label: 'My code', hue: MINE_HUE };
const OTHER: Group = { label: 'Other code', hue: undefined };
const NO_PACKAGE: Group = { label: 'no package', hue: undefined };

function groupLookup(
  tree: CallTree,
  { colours, mine, states }: { colours: ColourMode; mine: readonly string[]; states: readonly string[] },
): (node: number) => Group {
  if (colours === 'state') return byState(tree, states);
  const groups = new Map<number, Group>();
  return (node) => {
    const index = node === 0 ? -1 : (tree.name[node] ?? 0);
    const known = groups.get(index);
    if (known) return known;
    const name = tree.names[index] ?? '';
    const group = colours === 'mine' ? (isMine(name, mine) ? MINE : OTHER) : packageGroup(name);
    groups.set(index, group);
    return group;
  };
}

const isMine = (name: string, prefixes: readonly string[]) =>
  prefixes.some((prefix) => prefix !== '' && name.startsWith(prefix));

function packageGroup(name: string): Group {
  const label = parseFrame(name).package;
  return label === '' ? NO_PACKAGE : { label, hue: packageHue(label) };
}

/** Groups frames by the state with most of their samples. */
function byState(tree: CallTree, states: readonly string[]): (node: number) => Group {
  const columns = sortStates(states).map((state) => ({
    group: { label: state, hue: STATE_HUES.get(state) },
    total: tree.total[tree.states.indexOf(state)],
  }));
  return (node) => {
    let highest = 0;
    let group = OTHER;
    for (const column of columns) {
      const samples = column.total?.[node] ?? 0;
      if (samples <= highest) continue;
      highest = samples;
      group = column.group;
    }
    return group;
  };
}

import type { CallTree } from '../tree/call-tree';
import type { SampleColumn } from '../tree/sample-column';
import { inOrder } from '../tree/states';
import { frameFill, type Hue, packageHue } from './frame-colour';
import { parseFrame } from './parse-frame';

/** What the colour of a frame tells: its package, whether it is the viewer's own code, or its thread state. */
export const COLOUR_MODES = ['package', 'mine', 'state'] as const;
export type ColourMode = (typeof COLOUR_MODES)[number];

/** Characters of one prefix, and how many there can be. */
export const MAX_PREFIX_LENGTH = 100;
export const MAX_PREFIXES = 20;

/** Frames of one colour: what they are, and their share of the samples of all. */
export type FrameGroup = { label: string; hue: Hue; share: number };

type FrameGroups = {
  /** The fill of a node as CSS. */
  fillOf(node: number): string;
  /** Those with the most samples of their own first. */
  legend: FrameGroup[];
};

/** Of the accent's family, as no package is. */
const OWN_HUE: Hue = 262;

const STATE_HUES = new Map<string, Hue>([
  ['RUNNABLE', 150],
  ['BLOCKED', 350],
  ['NATIVE', 200],
  ['WAITING', 45],
  ['TIMED_WAITING', 22],
  ['WALL_TIME', 262],
]);

type Samples = { total: SampleColumn };

/** How frames are coloured, and what the colours mean. `mine` are prefixes of the names of own code. */
export function frameGroups(
  tree: CallTree,
  samples: Samples,
  { colours, mine, states }: { colours: ColourMode; mine: readonly string[]; states: readonly string[] },
): FrameGroups {
  const groupOf = grouping(tree, { colours, mine, states });
  const fills = new Map<string, string>();
  const sums = new Map<string, Group & { samples: number }>();
  const own = ownSamples(tree, samples.total);
  const whole = samples.total[0] ?? 0;
  for (let node = 1; node < tree.name.length; node++) {
    const { label, hue } = groupOf(node);
    const known = sums.get(label) ?? { label, hue, samples: 0 };
    known.samples += own[node] ?? 0;
    sums.set(label, known);
  }
  return {
    fillOf(node) {
      const { label, hue } = groupOf(node);
      const known = fills.get(label) ?? frameFill(hue);
      fills.set(label, known);
      return known;
    },
    legend: [...sums.values()]
      .sort((a, b) => b.samples - a.samples || (a.label < b.label ? -1 : 1))
      .map(({ label, hue, samples: sum }) => ({ label, hue, share: whole > 0 ? sum / whole : 0 })),
  };
}

type Group = { label: string; hue: Hue };

const OWN: Group = { label: 'My code', hue: OWN_HUE };
const OTHER: Group = { label: 'Other code', hue: undefined };
const NO_PACKAGE: Group = { label: 'no package', hue: undefined };

function grouping(
  tree: CallTree,
  { colours, mine, states }: { colours: ColourMode; mine: readonly string[]; states: readonly string[] },
): (node: number) => Group {
  if (colours === 'state') return byState(tree, states);
  const known = new Map<number, Group>();
  return (node) => {
    const index = node === 0 ? -1 : (tree.name[node] ?? 0);
    const before = known.get(index);
    if (before) return before;
    const name = tree.names[index] ?? '';
    const group = colours === 'mine' ? (isMine(name, mine) ? OWN : OTHER) : packageGroup(name);
    known.set(index, group);
    return group;
  };
}

const isMine = (name: string, prefixes: readonly string[]) =>
  prefixes.some((prefix) => prefix !== '' && name.startsWith(prefix));

function packageGroup(name: string): Group {
  const label = parseFrame(name).package;
  return label === '' ? NO_PACKAGE : { label, hue: packageHue(label) };
}

/** A frame has the colour of the state that most of its samples are in. */
function byState(tree: CallTree, states: readonly string[]): (node: number) => Group {
  const columns = inOrder(states).map((state) => ({
    group: { label: state, hue: STATE_HUES.get(state) },
    total: tree.total[tree.states.indexOf(state)],
  }));
  return (node) => {
    let most = 0;
    let group = OTHER;
    for (const column of columns) {
      const samples = column.total?.[node] ?? 0;
      if (samples <= most) continue;
      most = samples;
      group = column.group;
    }
    return group;
  };
}

/** Node → samples that no frame below it has: its own, and those of frames that were left out. */
function ownSamples(tree: CallTree, total: SampleColumn): Float64Array {
  const own = Float64Array.from(total);
  for (let node = 1; node < own.length; node++) {
    const parent = tree.parent[node] ?? 0;
    own[parent] = (own[parent] ?? 0) - (total[node] ?? 0);
  }
  return own;
}

import { sortStates } from '../tree/states';
import { MINE_FILL, MIXED_FILL, OTHER_FILL, packageFill, UNPACKAGED_FILL } from './frame-colour';
import type { ColourMode } from './frame-fills';
import {
  type FrameFilter,
  otherCodeFilter,
  otherPackagesFilter,
  ownCodeFilter,
  packageFilter,
} from './frame-filter';
import type { PackageSlots } from './package-slots';
import type { SelfSums } from './self-sums';
import { stateFill } from './state-fill';

/** Frames of one colour. */
export type FrameGroup = {
  label: string;
  /** CSS; absent for samples that no frame shows. */
  fill?: string;
  /** Of each side, their self as a share of the shown frame's samples, 0–1; absent until the server has summed it up. */
  shares?: readonly number[];
  /** The settings that show only these frames. */
  filter?: FrameFilter;
};

type LegendOptions = {
  colours: ColourMode;
  /** Name prefixes of the viewer's own code. */
  mine: readonly string[];
  slots: PackageSlots;
  /** Fills of the frames on the screen, which are listed even without any self. */
  drawn: ReadonlySet<string>;
  /** Label of the samples that a maximum depth cut, which are in no frame’s self. */
  cutLabel: string;
};

/**
 * Explains the colours of frames, those with the most self first. `sides` are one profile, or a baseline and its comparison.
 * Each side's shares add up to all samples of the shown frame.
 */
export function legendGroups(sides: readonly SelfSums[], options: LegendOptions): FrameGroup[] {
  const groups = candidates(sides, options).flatMap(({ samplesOf, ...group }): FrameGroup[] => {
    const samples = sides.map(samplesOf);
    if (samples.every((each) => each === 0) && !options.drawn.has(group.fill)) return [];
    const shares = sides.flatMap((side, i) => shareIn(side, samples[i]));
    return [{ ...group, ...(shares.length === sides.length && { shares }) }];
  });
  const cut = sides.map(cutShare);
  return cut.some((share) => share > 0) ? [...groups, { label: options.cutLabel, shares: cut }] : groups;
}

const shareIn = (side: SelfSums, samples: number | undefined): number[] =>
  samples === undefined ? [] : [side.samples > 0 ? samples / side.samples : 0];

const selfSum = ({ slots, unpackaged, others }: SelfSums) =>
  slots.reduce((sum, samples) => sum + samples, 0) + unpackaged + others.samples;

/** Sums of fractions differ by rounding. */
const MAX_ROUNDING = 1e-9;

function cutShare(side: SelfSums): number {
  const share = side.samples > 0 ? 1 - selfSum(side) / side.samples : 0;
  return share > MAX_ROUNDING ? share : 0;
}

type Candidate = Omit<FrameGroup, 'shares' | 'fill'> & {
  fill: string;
  samplesOf(side: SelfSums): number | undefined;
};

/** Their self is among that of their packages. */
const MIXED: Candidate = {
  label: 'folded frames of more than one package',
  fill: MIXED_FILL,
  samplesOf: () => undefined,
};

function candidates(sides: readonly SelfSums[], options: LegendOptions): Candidate[] {
  const { colours, mine, slots, drawn } = options;
  if (colours === 'mine') return owners(mine);
  if (colours === 'state') return byWeight(sides, threadStates(sides));
  const coloured = byWeight(sides, packages(slots));
  return [...coloured, otherPackages(sides, slots), ...(drawn.has(MIXED_FILL) ? [MIXED] : [])];
}

const packages = (slots: PackageSlots): Candidate[] => [
  ...slots.flatMap((name, slot) =>
    name === '' ? [] : packageGroup(name, packageFill(name, slots), (side) => side.slots[slot] ?? 0),
  ),
  packageGroup('', UNPACKAGED_FILL, ({ unpackaged }) => unpackaged),
];

function packageGroup(name: string, fill: string, samplesOf: Candidate['samplesOf']): Candidate {
  return { label: name === '' ? 'no package' : name, fill, samplesOf, ...optional(packageFilter(name)) };
}

function otherPackages([first]: readonly SelfSums[], slots: PackageSlots): Candidate {
  const count = first?.others.count;
  const label = count ? `${count} more ${count === 1 ? 'package' : 'packages'}` : 'other packages';
  return {
    ...{ label, fill: OTHER_FILL, samplesOf: ({ others }: SelfSums) => others.samples },
    ...optional(otherPackagesFilter(slots)),
  };
}

function owners(prefixes: readonly string[]): Candidate[] {
  const own = ({ mine }: SelfSums) => {
    if (prefixes.length === 0) return 0;
    return mine?.prefixes.join() === prefixes.join() ? mine.samples : undefined;
  };
  const other = (side: SelfSums) => {
    const samples = own(side);
    return samples === undefined ? undefined : selfSum(side) - samples;
  };
  return [
    { label: 'My code', fill: MINE_FILL, samplesOf: own, ...optional(ownCodeFilter(prefixes)) },
    { label: 'Other code', fill: OTHER_FILL, samplesOf: other, ...optional(otherCodeFilter(prefixes)) },
  ];
}

const threadStates = (sides: readonly SelfSums[]): Candidate[] =>
  sortStates([...new Set(sides.flatMap(({ states }) => states.map(({ state }) => state)))]).map((state) => ({
    ...{ label: state, fill: stateFill(state), filter: { data: [state] } },
    samplesOf: ({ states }) => states.find((each) => each.state === state)?.samples ?? 0,
  }));

/** By the share of the last side, then by those of earlier ones. */
function byWeight(sides: readonly SelfSums[], groups: readonly Candidate[]): Candidate[] {
  const lastFirst = sides.toReversed();
  const shareOf = (side: SelfSums, { samplesOf }: Candidate) => shareIn(side, samplesOf(side))[0] ?? 0;
  return groups.toSorted((a, b) =>
    lastFirst.reduce((order, side) => order || shareOf(side, b) - shareOf(side, a), 0),
  );
}

/** A filter where there is one. */
const optional = (filter: FrameFilter | undefined) => (filter ? { filter } : {});

import { sortStates } from '../tree/states';
import { MINE_FILL, MIXED_FILL, OTHER_FILL, packageFill, UNPACKAGED_FILL } from './frame-colour';
import type { ColourMode } from './frame-fills';
import { type FrameFilter, ownCodeFilter, packageFilter } from './frame-filter';
import type { PackageSlots } from './package-slots';
import type { SelfSums } from './self-sums';
import { stateFill } from './state-fill';

/** Frames of one colour. */
export type FrameGroup = {
  label: string;
  /** CSS; absent for samples that no frame shows. */
  fill?: string;
  /** Their self as a share of the shown frame's samples, 0–1; absent until the server has summed it up. */
  share?: number;
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
};

/** Explains the colours of frames, those with the most self first. The shares add up to all samples of the shown frame. */
export function legendGroups(self: SelfSums, options: LegendOptions): FrameGroup[] {
  const selfSum =
    self.slots.reduce((sum, samples) => sum + samples, 0) + self.unpackaged + self.others.samples;
  const share = (samples: number) => (self.samples > 0 ? samples / self.samples : 0);
  const isListed = ({ samples, fill }: Counted) => samples !== 0 || options.drawn.has(fill);
  const groups = countedGroups(self, selfSum, options)
    .filter((group) => isListed(group))
    .map(({ samples, ...group }) => ({ ...group, ...(samples !== undefined && { share: share(samples) }) }));
  const cut = self.samples - selfSum;
  // Sums of fractions differ by rounding.
  if (cut <= self.samples * 1e-9) return groups;
  return [...groups, { label: 'below the maximum depth', share: share(cut) }];
}

type Counted = Omit<FrameGroup, 'share' | 'fill'> & { fill: string; samples: number | undefined };

function countedGroups(self: SelfSums, selfSum: number, options: LegendOptions): Counted[] {
  const { colours, mine, slots } = options;
  if (colours === 'mine') return byOwner(self, selfSum, mine);
  if (colours === 'state') return byState(self);
  const packages = slots.flatMap((name, slot) =>
    name === '' ? [] : [packageGroup(name, self.slots[slot] ?? 0, slots)],
  );
  const unpackaged: Counted = {
    ...{ label: 'no package', fill: UNPACKAGED_FILL, samples: self.unpackaged },
    filter: packageFilter(''),
  };
  const { count, samples } = self.others;
  const others = count ? `${count} more ${count === 1 ? 'package' : 'packages'}` : 'other packages';
  // Their self is among that of their packages.
  const mixed = { label: 'folded frames of more than one package', fill: MIXED_FILL, samples: undefined };
  return [
    ...[...packages, unpackaged].sort(byWeight),
    { label: others, fill: OTHER_FILL, samples },
    ...(options.drawn.has(MIXED_FILL) ? [mixed] : []),
  ];
}

function packageGroup(name: string, samples: number, slots: PackageSlots): Counted {
  const filter = packageFilter(name);
  return { label: name, fill: packageFill(name, slots), samples, ...(filter && { filter }) };
}

function byOwner({ mine: summed }: SelfSums, selfSum: number, prefixes: readonly string[]): Counted[] {
  const filter = ownCodeFilter(prefixes);
  const isCurrent = summed?.prefixes.join() === prefixes.join();
  const own = prefixes.length === 0 ? 0 : isCurrent ? summed?.samples : undefined;
  return [
    { label: 'My code', fill: MINE_FILL, samples: own, ...(filter && { filter }) },
    { label: 'Other code', fill: OTHER_FILL, samples: own === undefined ? undefined : selfSum - own },
  ];
}

function byState({ states }: SelfSums): Counted[] {
  const samplesOf = new Map(states.map(({ state, samples }) => [state, samples]));
  return sortStates([...samplesOf.keys()])
    .map((state) => ({
      ...{ label: state, fill: stateFill(state), samples: samplesOf.get(state) ?? 0 },
      filter: { data: [state] },
    }))
    .sort(byWeight);
}

const byWeight = (a: Counted, b: Counted) => (b.samples ?? 0) - (a.samples ?? 0);

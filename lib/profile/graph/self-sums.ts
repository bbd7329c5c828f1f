import type { SelfSamples } from '../transform/self-samples';
import type { StateSamples } from '../tree/states';
import { isOwnCode } from './own-code';
import { type PackageSlots, packageSlots } from './package-slots';
import { packagesOf } from './packages-of';

/** Self samples of all frames shown, sent or not, by everything that a colour can mean. */
export type SelfSums = {
  /** Samples of the shown frame. They are more than all self samples where stacks were cut at a maximum depth. */
  samples: number;
  /** Of each package with a colour of its own, in the order of the colours. */
  slots: number[];
  /** Of functions without a package. */
  unpackaged: number;
  /** Of all other packages, and how many of them there are in the frames, in a comparison on either side, with or without self; absent where that isn't known. */
  others: { samples: number; count?: number };
  states: StateSamples[];
  /** Of functions whose names start with one of the requested prefixes. */
  mine?: { prefixes: readonly string[]; samples: number };
};

type SelfSumsOptions = {
  names: readonly string[];
  states: readonly string[];
  /** Samples of the shown frame. */
  samples: number;
  slots: PackageSlots;
  mine: readonly string[] | undefined;
};

/** The packages with a colour of their own, by the self samples of functions. Those in `kept` keep their colour. */
export const slotsOf = (
  names: readonly string[],
  byName: SelfSamples['byName'],
  kept?: PackageSlots,
): PackageSlots => packageSlots(byPackage(names, byName), kept);

/** Sums the self samples of functions by package, by state and, for given prefixes, the viewer's own code. */
export function selfSums(self: SelfSamples, options: SelfSumsOptions): SelfSums {
  const { names, states, samples, slots, mine } = options;
  const sums = byPackage(names, self.byName);
  const unpackaged = sums.get('') ?? 0;
  const coloured = slots.map((name) => (name === '' ? 0 : (sums.get(name) ?? 0)));
  const isOther = (name: string) => name !== '' && !slots.includes(name);
  const others = [...sums].filter(([name]) => isOther(name)).reduce((all, [, sum]) => all + sum, 0);
  return {
    samples,
    slots: coloured,
    unpackaged,
    others: {
      samples: others,
      ...(self.seen && { count: seenPackages(names, self.seen).filter(isOther).length }),
    },
    states: states.map((state, i) => ({ state, samples: self.byState[i] ?? 0 })),
    ...(mine && { mine: { prefixes: mine, samples: ownSamples(names, self.byName, mine) } }),
  };
}

function seenPackages(names: readonly string[], seen: Uint8Array): string[] {
  const { packages, of } = packagesOf(names);
  const isSeen = new Uint8Array(packages.length);
  for (let name = 0; name < seen.length; name++) if (seen[name] === 1) isSeen[of[name] ?? 0] = 1;
  return packages.filter((_, index) => isSeen[index] === 1);
}

function byPackage(names: readonly string[], byName: Float64Array): Map<string, number> {
  const { packages, of } = packagesOf(names);
  const sums = new Float64Array(packages.length);
  for (let name = 0; name < byName.length; name++) {
    const index = of[name] ?? 0;
    sums[index] = (sums[index] ?? 0) + (byName[name] ?? 0);
  }
  return new Map(packages.map((name, index) => [name, sums[index] ?? 0]));
}

function ownSamples(names: readonly string[], byName: Float64Array, prefixes: readonly string[]): number {
  let sum = 0;
  for (let name = 0; name < byName.length; name++) {
    const samples = byName[name] ?? 0;
    if (samples !== 0 && isOwnCode(names[name] ?? '', prefixes)) sum += samples;
  }
  return sum;
}

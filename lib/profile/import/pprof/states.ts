import { UndecodableProfile } from '../../tree/undecodable';
import type { ImportedProfile, ImportOptions } from '../imported-profile';
import { NANOS_PER_SECOND, nanosecondsOf } from '../time-units';
import { CLOCKS, type Clock, clockOf, isCount, type ValueType } from './sample-clock';

/** A value of each stack to import, its thread state, the amount that makes one sample, and samples per second if known. */
export type ImportedValue = {
  index: number;
  state: string;
  perSample: number;
  perSecond: number | undefined;
};

/** Sample types of a file: their sums over all stacks, the file's own default and its period. */
export type SampleTypes = {
  types: readonly ValueType[];
  sums: readonly number[];
  defaultType: string;
  periodNanos: number | undefined;
};

const STATES: Record<Clock, string> = {
  cpu: 'RUNNABLE',
  cycles: 'RUNNABLE',
  wall: 'WALL_TIME',
  blocked: 'BLOCKED',
  threads: 'WALL_TIME',
};

/** Relative error of sums above 2^53. */
const ROUNDING = 1e-9;

/** For values in units of time without a period: 100 samples per second, as most profilers take. */
const DEFAULT_PERIOD_NANOS = 1e7;

/**
 * Selects the values of a pprof profile that are thread samples: all states of our own exports; else those of the file's default
 * type, else of CPU, wall time, locks, threads, whichever comes first and isn't empty: a count if there is one, else times divided
 * by the period. Throws UndecodableProfile when there are none and `sampleType` chooses none.
 */
export function importedValues(file: SampleTypes, { state, sampleType }: ImportOptions): ImportedValue[] {
  const { types, periodNanos } = file;
  const perSecond = periodNanos && NANOS_PER_SECOND / periodNanos;
  if (state === undefined && sampleType === undefined && isOwnExport(file)) {
    return types.slice(0, -1).map(({ type }, i) => ({ index: i, state: type, perSample: 1, perSecond }));
  }
  const index =
    sampleType === undefined ? defaultIndex(file) : types.findIndex(({ type }) => type === sampleType);
  const chosen = types[index];
  if (!chosen) throw noSampleType(types, sampleType);
  const value = { index, state: state ?? stateOf(chosen, types) };
  const nanos = nanosecondsOf(chosen.unit);
  if (nanos === undefined) return [{ ...value, perSample: 1, perSecond }];
  const period = periodNanos ?? DEFAULT_PERIOD_NANOS;
  return [{ ...value, perSample: period / nanos, perSecond: NANOS_PER_SECOND / period }];
}

type Notes = Pick<ImportedProfile, 'notes' | 'optionNotes'>;

/** Notes on sample types of another meaning that were left out, and on samples that are events of the processor. */
export function choiceNotes({ types, sums }: SampleTypes, imported: readonly ImportedValue[]): Notes {
  const chosen = imported.length === 1 ? types[imported[0]?.index ?? -1] : undefined;
  const clock = chosen && clockOf(chosen, types);
  // One of our own exports has no clock.
  if (!chosen || clock === undefined) return { notes: [] };
  const others = types.filter((type, i) => (sums[i] ?? 0) > 0 && clockOf(type, types) !== clock);
  const events = clock === 'cycles' ? [`It counts ${chosen.type}, which are shown as samples.`] : [];
  if (others.length === 0) return { notes: events };
  return {
    notes: [...events, `Only ${named([chosen])} was read. It also has ${named(others)}.`],
    optionNotes: ['Use --sample-type to read another.'],
  };
}

/** Our own exports have a count for each state, then their sum, which is their default. */
export function isOwnExport({ types, sums, defaultType }: SampleTypes): boolean {
  const whole = sums.at(-1) ?? 0;
  const states = sums.slice(0, -1).reduce((all, sum) => all + sum, 0);
  return (
    types.length > 1 &&
    types.every(({ unit }) => unit === 'count') &&
    types.at(-1)?.type === 'samples' &&
    defaultType === 'samples' &&
    Math.abs(whole - states) <= ROUNDING * whole
  );
}

/** -1 when no type is known to count thread samples. */
function defaultIndex({ types, sums, defaultType }: SampleTypes): number {
  const own = types.find(({ type }) => type === defaultType);
  const ownClock = own && clockOf(own, types);
  const clocks = types.map((type) => clockOf(type, types));
  for (const clock of ownClock ? [ownClock, ...CLOCKS] : CLOCKS) {
    const isUsable = (i: number) => clocks[i] === clock && (sums[i] ?? 0) > 0;
    const count = types.findLastIndex(({ unit }, i) => isUsable(i) && isCount(unit));
    const index = count >= 0 ? count : types.findIndex((_, i) => isUsable(i));
    if (index >= 0) return index;
  }
  return clocks.findIndex((clock) => clock !== undefined);
}

const stateOf = (chosen: ValueType, types: readonly ValueType[]) => STATES[clockOf(chosen, types) ?? 'cpu'];

function noSampleType(types: readonly ValueType[], sampleType: string | undefined): UndecodableProfile {
  if (sampleType !== undefined) {
    return new UndecodableProfile(`It has no sample type ${sampleType}. It counts ${named(types)}.`);
  }
  return new UndecodableProfile(`It counts ${named(types)}, none of which are thread samples.`, {
    option: 'choose one of them with --sample-type',
  });
}

const named = (types: readonly ValueType[]) =>
  types.map(({ type, unit }) => `${type} (${unit})`).join(', ') || 'nothing';

import { UndecodableProfile } from '../tree/undecodable';
import type { ImportOptions } from './imported-profile';

/** Meaning of a profile's values: `samples` in `count`, `cpu` in `nanoseconds`. */
export type ValueType = { type: string; unit: string };

/** A value of each stack to import, its thread state, and the amount that makes one sample. */
export type ImportedValue = { index: number; state: string; perSample: number };

/** Sample types of known pprof writers as thread states; types that count memory have none. */
const STATES = new Map([
  ['samples', 'RUNNABLE'],
  ['sample', 'RUNNABLE'],
  ['cpu', 'RUNNABLE'],
  ['wall', 'WALL_TIME'],
  ['contentions', 'BLOCKED'],
  ['delay', 'BLOCKED'],
  ['lock_count', 'BLOCKED'],
  ['lock_duration', 'BLOCKED'],
  ['goroutine', 'WALL_TIME'],
  ['goroutines', 'WALL_TIME'],
  ['threadcreate', 'WALL_TIME'],
]);

export const NANOSECONDS = new Map([
  ['nanoseconds', 1],
  ['microseconds', 1e3],
  ['milliseconds', 1e6],
  ['seconds', 1e9],
]);

/** For values in units of time without a period: 100 samples per second, as most profilers take. */
const DEFAULT_PERIOD_NANOS = 1e7;

/**
 * Selects the values of a pprof profile that are thread samples: all states of our own exports, else a count of samples, else
 * times divided by the period. Throws UndecodableProfile when there are none and `sampleType` chooses none.
 */
export function importedValues(
  types: readonly ValueType[],
  { periodNanos, state, sampleType }: ImportOptions & { periodNanos?: number },
): ImportedValue[] {
  const perSample = ({ unit }: ValueType) => {
    const nanos = NANOSECONDS.get(unit);
    return nanos === undefined ? 1 : (periodNanos ?? DEFAULT_PERIOD_NANOS) / nanos;
  };
  const index =
    sampleType === undefined ? defaultIndex(types) : types.findIndex(({ type }) => type === sampleType);
  const chosen = types[index];
  if (!chosen) throw noSampleType(types, sampleType);
  if (state === undefined && sampleType === undefined && areStates(types)) {
    return types.slice(0, -1).map(({ type }, i) => ({ index: i, state: type, perSample: 1 }));
  }
  return [{ index, state: state ?? stateOf(chosen, types), perSample: perSample(chosen) }];
}

/** Our own exports have a count for each state, then their sum. */
const areStates = (types: readonly ValueType[]) =>
  types.length > 1 && types.every(({ unit }) => unit === 'count') && types.at(-1)?.type === 'samples';

/** -1 when no type is known to count thread samples. */
function defaultIndex(types: readonly ValueType[]): number {
  const counts = types.findLastIndex(({ type, unit }) => unit === 'count' && STATES.has(type));
  return counts >= 0
    ? counts
    : types.findIndex(({ type, unit }) => NANOSECONDS.has(unit) && STATES.has(type));
}

/** Counts of samples have the state of the clock listed next to them. */
function stateOf({ type }: ValueType, types: readonly ValueType[]): string {
  const isWall = type.startsWith('sample') && types.some((other) => other.type === 'wall');
  return isWall ? 'WALL_TIME' : (STATES.get(type) ?? 'RUNNABLE');
}

function noSampleType(types: readonly ValueType[], sampleType: string | undefined): UndecodableProfile {
  const names = types.map(({ type, unit }) => `${type} (${unit})`).join(', ') || 'nothing';
  return new UndecodableProfile(
    sampleType === undefined
      ? `It counts ${names}, none of which are thread samples. Choose one of them with --sample-type.`
      : `It has no sample type ${sampleType}. It counts ${names}.`,
  );
}

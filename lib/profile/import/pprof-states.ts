import { UndecodableProfile } from '../tree/undecodable';
import type { ImportChoice } from './imported-profile';

/** What a profile's numbers count: `samples` in `count`, `cpu` in `nanoseconds`. */
export type ValueType = { type: string; unit: string };

/** Which number of each stack is taken, as which thread state, and how much of it is a sample. */
export type TakenValue = { index: number; state: string; perSample: number };

/** [?] Sample types of pprof's writers as thread states. What counts memory has none. */
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

/** [?] Where only times are known and no period: 100 samples a second, as most profilers take. */
const USUAL_PERIOD_NANOS = 1e7;

/**
 * The numbers of a pprof profile that are samples of threads. All states of our own exports; else the counts of samples,
 * else times, a sample for each period. Throws UndecodableProfile when there are none, unless one is chosen.
 */
export function takenValues(
  types: readonly ValueType[],
  { periodNanos, state, sampleType }: ImportChoice & { periodNanos?: number },
): TakenValue[] {
  const perSample = ({ unit }: ValueType) => {
    const nanos = NANOSECONDS.get(unit);
    return nanos === undefined ? 1 : (periodNanos ?? USUAL_PERIOD_NANOS) / nanos;
  };
  const index = sampleType === undefined ? usual(types) : types.findIndex(({ type }) => type === sampleType);
  const chosen = types[index];
  if (!chosen) throw noSuch(types, sampleType);
  if (state === undefined && sampleType === undefined && areStates(types)) {
    return types.slice(0, -1).map(({ type }, own) => ({ index: own, state: type, perSample: 1 }));
  }
  return [{ index, state: state ?? stateOf(chosen, types), perSample: perSample(chosen) }];
}

/** Our own exports count samples by state, and their sum last. */
const areStates = (types: readonly ValueType[]) =>
  types.length > 1 && types.every(({ unit }) => unit === 'count') && types.at(-1)?.type === 'samples';

/** -1 when nothing is known to be samples of threads. */
function usual(types: readonly ValueType[]): number {
  const counts = types.findLastIndex(({ type, unit }) => unit === 'count' && STATES.has(type));
  return counts >= 0
    ? counts
    : types.findIndex(({ type, unit }) => NANOSECONDS.has(unit) && STATES.has(type));
}

/** Counts of samples are of the clock that stands beside them. */
function stateOf({ type }: ValueType, types: readonly ValueType[]): string {
  const isWall = type.startsWith('sample') && types.some((other) => other.type === 'wall');
  return isWall ? 'WALL_TIME' : (STATES.get(type) ?? 'RUNNABLE');
}

function noSuch(types: readonly ValueType[], sampleType: string | undefined): UndecodableProfile {
  const names = types.map(({ type, unit }) => `${type} (${unit})`).join(', ') || 'nothing';
  return new UndecodableProfile(
    sampleType === undefined
      ? `It counts ${names}: none of that is samples of threads. --sample-type takes one of them all the same.`
      : `It has no sample type ${sampleType}. It counts ${names}.`,
  );
}

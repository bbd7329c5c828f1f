import { nanosecondsOf } from '../time-units';

/** Meaning of a profile's values: `samples` in `count`, `cpu` in `nanoseconds`. */
export type ValueType = { type: string; unit: string };

/** Quantities by which samples are taken, in the order of preference. */
export const CLOCKS = ['cpu', 'cycles', 'wall', 'blocked', 'threads'] as const;
export type Clock = (typeof CLOCKS)[number];

/** Sample types of known pprof writers, in small letters with hyphens; types that count memory have no clock. */
const CLOCK_OF = new Map<string, Clock>([
  ...clocks(
    'cpu',
    'samples',
    'sample',
    'cpu',
    'cpu-samples',
    'cpu-sample',
    'cpu-time',
    'on-cpu',
    'itimer',
    'ctimer',
  ),
  ...clocks('cpu', 'cpu-clock', 'task-clock', 'user-time', 'process-cpu'),
  ...clocks('wall', 'wall', 'wall-time', 'wall-samples', 'wall-clock', 'real'),
  ...clocks('cycles', 'cycles', 'cpu-cycles', 'instructions'),
  ...clocks(
    'blocked',
    'contentions',
    'delay',
    'lock-count',
    'lock-duration',
    'lock-time',
    'lock',
    'off-cpu',
    'block',
    'mutex',
  ),
  ...clocks('threads', 'goroutine', 'goroutines', 'threadcreate', 'threads'),
]);

function clocks(name: Clock, ...types: string[]): [string, Clock][] {
  return types.map((type) => [type, name]);
}

/** Units of a plain number, which some writers leave out. */
const COUNTS = new Set(['count', 'counts', '', 'samples', 'events', 'objects']);

const isPlain = ({ type }: ValueType) => /^samples?$/i.test(type);

/**
 * Returns the quantity of one of the sample types of a file, undefined unless it counts thread samples or their time. Plain samples
 * have the clock listed next to them.
 */
export function clockOf(type: ValueType, all: readonly ValueType[]): Clock | undefined {
  if (!isCount(type.unit) && nanosecondsOf(type.unit) === undefined) return undefined;
  const own = CLOCK_OF.get(type.type.toLowerCase().replaceAll(/[_ ]/g, '-'));
  if (!isPlain(type)) return own;
  const others = new Set(all.filter((other) => !isPlain(other)).map((other) => clockOf(other, [])));
  return others.has('cpu') ? 'cpu' : others.has('wall') ? 'wall' : own;
}

/** Whether a unit is that of a plain number. */
export const isCount = (unit: string): boolean => COUNTS.has(unit.toLowerCase());

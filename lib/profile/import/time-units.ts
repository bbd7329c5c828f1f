/** Nanoseconds of the units of time that profilers write. */
const NANOSECONDS = new Map<string, number>([
  ...units(1, 'ns', 'nsec', 'nanosecond', 'nanoseconds', 'nanos'),
  ...units(1e3, 'us', 'µs', 'μs', 'usec', 'microsecond', 'microseconds', 'micros'),
  ...units(1e6, 'ms', 'msec', 'millisecond', 'milliseconds', 'millis'),
  ...units(1e9, 's', 'sec', 'secs', 'second', 'seconds'),
]);

function units(nanos: number, ...names: string[]): [string, number][] {
  return names.map((name) => [name, nanos]);
}

export const MICROS_PER_MS = 1e3;
export const MICROS_PER_SECOND = 1e6;
export const NANOS_PER_MICROSECOND = 1e3;
export const NANOS_PER_MS = 1e6;
export const NANOS_PER_SECOND = 1e9;

/** Nanoseconds of a unit of time, undefined for other units. */
export const nanosecondsOf = (unit: string): number | undefined => NANOSECONDS.get(unit.toLowerCase());

/** For files whose values are times of different lengths. */
export const MICROSECOND_NOTE = 'Its values are times: one sample stands for one microsecond.';

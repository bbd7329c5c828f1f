/** Microseconds of the units of time that profilers write. */
export const MICROSECONDS: ReadonlyMap<string, number> = new Map([
  ['nanoseconds', 1e-3],
  ['microseconds', 1],
  ['milliseconds', 1e3],
  ['seconds', 1e6],
]);

export const MICROS_PER_MS = 1e3;
export const MICROS_PER_SECOND = 1e6;

/** For files whose values are times of different lengths. */
export const MICROSECOND_NOTE = 'Its values are times: one sample stands for one microsecond.';

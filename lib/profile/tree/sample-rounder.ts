/** The highest whole number below 2^63 that a double holds. */
export const MAX_WHOLE_SAMPLES = 2 ** 63 - 1024;

/**
 * Turns samples into whole numbers, for formats that know no others; what is rounded off is carried on to the next, so
 * that the sum stays. [?] Whole numbers stay as they are, up to 2^63-1024.
 */
export function sampleRounder(): (samples: number) => number {
  let carried = 0;
  return (samples) => {
    if (Number.isInteger(samples)) return Math.min(samples, MAX_WHOLE_SAMPLES);
    const exact = samples + carried;
    const whole = Math.max(0, Math.round(exact));
    carried = exact - whole;
    return Math.min(whole, MAX_WHOLE_SAMPLES);
  };
}

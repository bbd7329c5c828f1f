/** The highest whole number below 2^63 that a double holds. */
export const HIGHEST_COUNT = 2 ** 63 - 1024;

/**
 * Turns samples into whole numbers, for formats that know no others; what is rounded off is carried on to the next, so
 * that the sum stays. [?] Whole numbers stay as they are, up to 2^63-1024.
 */
export function wholeSamples(): (samples: number) => number {
  let carried = 0;
  return (samples) => {
    if (Number.isInteger(samples)) return Math.min(samples, HIGHEST_COUNT);
    const exact = samples + carried;
    const whole = Math.max(0, Math.round(exact));
    carried = exact - whole;
    return Math.min(whole, HIGHEST_COUNT);
  };
}

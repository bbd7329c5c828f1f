/** Largest integer below 2^63 that a double can represent. */
export const MAX_WHOLE_SAMPLES = 2 ** 63 - 1024;

/**
 * Returns a function that rounds samples, for formats that only have integers. Rounding errors carry over to the next
 * value, so that the sum is kept. Integers stay as they are, up to MAX_WHOLE_SAMPLES.
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

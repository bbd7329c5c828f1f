/** Up to this many combinations of values are looked up in an array, more in a map. */
const MAX_DENSE = 2 ** 20;

/**
 * Numbers combinations of values, of which there are at most some. Returns the number of a combination; `next` the first time.
 */
export function numbering(combinations: number): (combination: number, next: number) => number {
  if (combinations > MAX_DENSE) {
    const numbers = new Map<number, number>();
    return (combination, next) => {
      const known = numbers.get(combination);
      if (known === undefined) numbers.set(combination, next);
      return known ?? next;
    };
  }
  const numbers = new Int32Array(combinations).fill(-1);
  return (combination, next) => {
    const known = numbers[combination] ?? -1;
    if (known >= 0) return known;
    numbers[combination] = next;
    return next;
  };
}

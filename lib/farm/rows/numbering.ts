/** Up to this many combinations of values are looked up in an array, more in a map. */
const MAX_DENSE = 2 ** 20;

/** Numbers combinations of values, each below `combinations`: returns the number of a known one, and gives `next` to a new one. */
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

/** Numbers the combinations of rows from 0, in the order in which they first occur: row → number, and number → combination. */
export function numbered(
  combination: Float64Array,
  combinations: number,
): { group: Uint32Array; firsts: number[] } {
  const group = new Uint32Array(combination.length);
  const firsts: number[] = [];
  if (combinations > MAX_DENSE) {
    const numberOf = numbering(combinations);
    for (let row = 0; row < group.length; row++) {
      const number = numberOf(combination[row] ?? 0, firsts.length);
      if (number === firsts.length) firsts.push(combination[row] ?? 0);
      group[row] = number;
    }
    return { group, firsts };
  }
  // Without a call for each row, which would take twice as long.
  const numbers = new Int32Array(combinations).fill(-1);
  for (let row = 0; row < group.length; row++) {
    const one = combination[row] ?? 0;
    let number = numbers[one] ?? -1;
    if (number < 0) {
      number = firsts.push(one) - 1;
      numbers[one] = number;
    }
    group[row] = number;
  }
  return { group, firsts };
}

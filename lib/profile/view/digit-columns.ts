const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE = DIGITS.length;

const digitOf = new Uint8Array(128);
for (let digit = 0; digit < BASE; digit++) digitOf[DIGITS.charCodeAt(digit)] = digit;

/**
 * Whole numbers as one text for each digit, the highest first. Numbers without a pattern compress better so than in decimal
 * notation, by a quarter.
 */
export function toDigits(numbers: ArrayLike<number>): string[] {
  let max = 0;
  for (let i = 0; i < numbers.length; i++) max = Math.max(max, numbers[i] ?? 0);
  const columns: string[] = [];
  for (let unit = 1; unit <= max || unit === 1; unit *= BASE) {
    let column = '';
    for (let i = 0; i < numbers.length; i++) column += DIGITS[Math.floor((numbers[i] ?? 0) / unit) % BASE];
    columns.unshift(column);
  }
  return columns;
}

/** Inverse of `toDigits`. */
export function fromDigits(columns: readonly string[]): Uint32Array {
  const numbers = new Uint32Array(columns[0]?.length ?? 0);
  for (const column of columns) {
    for (let i = 0; i < numbers.length; i++) {
      numbers[i] = (numbers[i] ?? 0) * BASE + (digitOf[column.charCodeAt(i)] ?? 0);
    }
  }
  return numbers;
}

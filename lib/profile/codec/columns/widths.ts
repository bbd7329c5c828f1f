import type { SectionReader } from './sections';

/** Bytes of each number of a column of whole numbers below 2^32. */
export type Width = 1 | 2 | 4;

export type WholeColumn = Uint8Array | Uint16Array | Uint32Array;

const KINDS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;

/** The numbers in the fewest bytes that hold all of them. */
export function narrowest(numbers: ArrayLike<number>): { width: Width; column: WholeColumn } {
  const max = maxOf(numbers);
  const width = max <= 0xff ? 1 : max <= 0xffff ? 2 : 4;
  return { width, column: new KINDS[width](numbers) };
}

/** The largest number of a column; 0 if it is empty. */
export function maxOf(column: ArrayLike<number>): number {
  let max = 0;
  for (let i = 0; i < column.length; i++) max = Math.max(max, column[i] ?? 0);
  return max;
}

/** The next section as a column of whole numbers. */
export const readWidth = (input: SectionReader, width: Width, length: number): WholeColumn =>
  input.next<WholeColumn>(KINDS[width], length);

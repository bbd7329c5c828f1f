import type { SectionReader } from './sections';

/** Bytes of each number of a column of whole numbers below 2^32. */
export type Width = 1 | 2 | 4;

export type WholeColumn = Uint8Array | Uint16Array | Uint32Array;

const KINDS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;

/** The numbers in the fewest bytes that hold all of them. */
export function narrowest(numbers: ArrayLike<number>): { width: Width; column: WholeColumn } {
  let max = 0;
  for (let i = 0; i < numbers.length; i++) max = Math.max(max, numbers[i] ?? 0);
  const width = max <= 0xff ? 1 : max <= 0xffff ? 2 : 4;
  return { width, column: new KINDS[width](numbers) };
}

/** The next section as a column of whole numbers. */
export const readWidth = (input: SectionReader, width: Width, length: number): WholeColumn =>
  input.next<WholeColumn>(KINDS[width], length);

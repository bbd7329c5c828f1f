import type { Section, SectionReader } from './sections';

/** In place of a number that doesn't fit into a byte. */
const LONGER = 0xff;

/** Describes a column of mostly small numbers: how many there are, and how many of them are longer than a byte. */
export type ShortNumbersHead = { count: number; longer: number };

/** Whole numbers below 2^32 as a byte each, followed by those that don't fit. */
export function shortNumberSections(numbers: readonly number[]): {
  head: ShortNumbersHead;
  sections: Section[];
} {
  const bytes = Uint8Array.from(numbers, (each) => Math.min(each, LONGER));
  const longer = Uint32Array.from(numbers.filter((each) => each >= LONGER));
  return { head: { count: numbers.length, longer: longer.length }, sections: [bytes, longer] };
}

/** Reads the output of `shortNumberSections`; undefined if the numbers don't match their description. */
export function readShortNumbers(
  input: SectionReader,
  { count, longer }: ShortNumbersHead,
): Uint32Array | undefined {
  const bytes = input.next(Uint8Array, count);
  const long = input.next(Uint32Array, longer);
  const numbers = new Uint32Array(count);
  let read = 0;
  for (let i = 0; i < count; i++) {
    const byte = bytes[i] ?? 0;
    numbers[i] = byte < LONGER ? byte : (long[read++] ?? 0);
  }
  return read === longer ? numbers : undefined;
}

import { utf8Text } from '../text-table';
import type { Section, SectionReader } from './sections';
import { narrowest, readWidth, type Width } from './widths';

/** Describes a string table: the number of texts, the type of their lengths, and the bytes of all texts together. */
export type TextsHead = { count: number; lengths: Width; bytes: number };

/** A string table as the lengths of its texts in UTF-16 and the UTF-8 of all of them. */
export function textSections(texts: readonly string[]): { head: TextsHead; sections: Section[] } {
  const { width, column } = narrowest(texts.map(({ length }) => length));
  const bytes = Buffer.from(texts.join(''));
  return {
    head: { count: texts.length, lengths: width, bytes: bytes.length },
    sections: [column, bytes],
  };
}

/** Decodes all texts at once, because a call for each takes most of the time of short ones. */
export function readTexts(input: SectionReader, { count, lengths, bytes }: TextsHead): string[] {
  const lengthOf = readWidth(input, lengths, count);
  const utf8 = input.next(Uint8Array, bytes);
  const all = utf8Text(utf8, 0, bytes);
  const texts: string[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const end = at + (lengthOf[i] ?? 0);
    texts.push(all.slice(at, end));
    at = end;
  }
  return texts;
}

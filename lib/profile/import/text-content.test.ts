import { describe, expect, it } from 'vitest';
import { textContent } from './text-content';

const TEXT = 'main;a 3\nmain;café 7\n';
const utf16 = (text: string, isLittle: boolean, mark: boolean) => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
};
const read = (bytes: Uint8Array) => {
  const content = textContent(bytes);
  return content && new TextDecoder().decode(content.utf8);
};

describe('textContent', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16LE with a byte order mark', utf16(TEXT, true, true)],
    ['UTF-16BE with a byte order mark', utf16(TEXT, false, true)],
    ['UTF-16LE without one', utf16(TEXT, true, false)],
    ['UTF-16BE without one', utf16(TEXT, false, false)],
    ['Windows-1252', Buffer.from(TEXT, 'latin1')],
  ])('reads %s', (_encoding, bytes) => {
    expect(read(bytes)).toBe(TEXT);
  });

  it('notes only a guessed encoding', () => {
    expect(textContent(Buffer.from(TEXT))?.notes).toEqual([]);
    expect(textContent(Buffer.from(TEXT, 'latin1'))?.notes).toEqual([
      "It isn't UTF-8, so it was read as Windows-1252 (Latin-1): names with accents may be wrong.",
    ]);
  });

  it.each([
    ['a pprof profile', [0x0a, 4, 8, 1, 0x10, 2]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]],
    ['zeros', [0, 0, 0, 0]],
  ])('finds no text in %s', (_what, bytes) => {
    expect(textContent(Uint8Array.from(bytes))).toBeUndefined();
  });
});

/** Characters that turn the direction of the text around them, and controls other than blanks. */
const HARMFUL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?!\s)\p{Cc}/gu;

/** Characters that take no room, such as a soft hyphen or a zero-width space. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;

/** Printable ASCII, which most names are: for them the rest would only cost time. */
const ASCII = /^[!-~]+$/;

/** Whether something of a text can be seen. */
const isVisible = (text: string) => text.replace(INVISIBLE, '').trim() !== '';

/**
 * A name on one line, as it may be shown among others: without direction and control characters. Empty for a name of which
 * nothing can be seen.
 */
export function plainName(name: string): string {
  if (ASCII.test(name)) return name;
  const plain = name.replace(HARMFUL, '').replace(/\s+/g, ' ').trim();
  return isVisible(plain) ? plain : '';
}

/**
 * A text that is equal for names that a reader can't tell apart: composed and decomposed letters, upper and lower case, full and
 * half width, with and without invisible characters. Letters of different alphabets that look alike stay different.
 */
export function nameKey(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .trim();
}

/** Longer common beginnings are repeated, so that their length is one printable character. */
const MAX_SHARED = 78;
const ZERO = 48;

/** Sorted texts, each as the length of its common beginning with the one before, a character from '0', and the rest. */
export function packSorted(sorted: readonly string[]): string[] {
  return sorted.map((text, index) => {
    const before = sorted[index - 1] ?? '';
    const max = Math.min(MAX_SHARED, text.length, before.length);
    let shared = 0;
    while (shared < max && text.charCodeAt(shared) === before.charCodeAt(shared)) shared += 1;
    return String.fromCharCode(ZERO + shared) + text.slice(shared);
  });
}

/** Inverse of `packSorted`. */
export function unpackSorted(packed: readonly string[]): string[] {
  let before = '';
  return packed.map((text) => {
    before = before.slice(0, text.charCodeAt(0) - ZERO) + text.slice(1);
    return before;
  });
}

/**
 * An instant in the name of a file: ISO 8601 without colons, which some file systems reject; seconds and milliseconds only when
 * they aren't zero.
 */
export const fileTime = (instant: number): string =>
  new Date(instant)
    .toISOString()
    .replace(/(:00)?\.000Z$/, 'Z')
    .replaceAll(':', '');

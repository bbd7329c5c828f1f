/** Maximum maxDepth of GetProfile. */
export const MAX_DEPTH = 10_000;

/** Parses a depth from 1 to 10,000; an empty text is null, which means no limit. */
export function parseDepth(text: string): number | null | 'malformed' {
  const digits = text.trim().replace(/(?<=\d)[,\s](?=\d{3}\b)/g, '');
  if (digits === '') return null;
  const depth = /^\d{1,5}$/.test(digits) ? Number(digits) : 0;
  return depth >= 1 && depth <= MAX_DEPTH ? depth : 'malformed';
}

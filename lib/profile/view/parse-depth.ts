/** What GetProfile takes as maxDepth. */
const DEEPEST = 10_000;

/** The depth that a text means: a whole number of 1–10000, null for all when it is empty. */
export function depthOf(text: string): number | null | 'malformed' {
  const digits = text.trim().replace(/(?<=\d)[,\s](?=\d{3}\b)/g, '');
  if (digits === '') return null;
  const depth = /^\d{1,5}$/.test(digits) ? Number(digits) : 0;
  return depth >= 1 && depth <= DEEPEST ? depth : 'malformed';
}

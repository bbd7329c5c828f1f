/** Control characters that no profiler writes: one begins the name of a chain, the other separates the names in it. */
const START = '\u001e';
const SEPARATOR = '\u001f';
const RESERVED = new RegExp(`[${START}${SEPARATOR}]`);

/** The name of a frame that is drawn in place of a chain of frames, each the only callee of the one before. */
export const chainName = (names: readonly string[]): string => START + names.join(SEPARATOR);

/** The names in a chain, the caller first; undefined for an ordinary name. */
export const chainOf = (name: string): string[] | undefined =>
  name.startsWith(START) ? name.slice(START.length).split(SEPARATOR) : undefined;

/** Whether a name can be told apart from others in a chain. */
export const fitsInChain = (name: string): boolean => !RESERVED.test(name);

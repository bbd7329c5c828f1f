/** Control characters that no profiler writes: one begins the name of a run, the other separates the names in it. */
const START = '\u001e';
const SEPARATOR = '\u001f';
const RESERVED = new RegExp(`[${START}${SEPARATOR}]`);

/** The name of a frame that is drawn in place of a run of frames, each the only callee of the one before. */
export const runName = (names: readonly string[]): string => START + names.join(SEPARATOR);

/** The names in a run, the caller first; undefined for an ordinary name. */
export const runOf = (name: string): string[] | undefined =>
  name.startsWith(START) ? name.slice(START.length).split(SEPARATOR) : undefined;

/** Whether a name can be told apart from others in a run. */
export const fitsInRun = (name: string): boolean => !RESERVED.test(name);

export const MAX_PREFIX_LENGTH = 100;
export const MAX_PREFIXES = 20;

/** Whether a function is the viewer's own code: its name starts with one of the prefixes. */
export const isOwnCode = (name: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => prefix !== '' && name.startsWith(prefix));

/** Compares names by their characters, in the same order for every language of the browser. */
export const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What belongs together on the overview. A lane that a view doesn't name isn't part of it. */
export type View = {
  name: string;
  /** Names of canaries, or patterns. */
  canaries?: readonly string[] | undefined;
  /** Id of a farm. */
  farm?: string | undefined;
  /** Names of profiling groups, or patterns. */
  profilingGroups?: readonly string[] | undefined;
  /** The function whose share of the samples the profile lane shows, by its full name. */
  frame?: string | undefined;
};

/** Whether a name matches a pattern, in which * stands for any characters, also none. */
export function matchesPattern(name: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return name === pattern;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = name.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

/** Whether a name matches any of the patterns. */
export const matchesAny = (name: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => matchesPattern(name, pattern));

/** The patterns that match none of the names. */
export const unmatched = (patterns: readonly string[], names: readonly string[]): string[] =>
  patterns.filter((pattern) => !names.some((name) => matchesPattern(name, pattern)));

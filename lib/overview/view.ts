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

const MAX_LISTED = 5;

/** Says which patterns of a view match nothing: `No canary in the list matches old-* of this view.` */
export function unmatchedWarnings(
  patterns: readonly string[],
  names: readonly string[],
  kind: 'canary' | 'profiling group',
): string[] {
  const missing = patterns.filter((pattern) => !names.some((name) => matchesPattern(name, pattern)));
  if (missing.length === 0) return [];
  const more = missing.length - MAX_LISTED;
  const listed = [...missing.slice(0, MAX_LISTED), ...(more > 0 ? [`${more} more`] : [])];
  return [`No ${kind} in the list matches ${listed.join(', ')} of this view.`];
}

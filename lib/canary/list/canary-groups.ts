/** A group of canaries, with their names. */
export type CanaryGroup = { name: string; canaries: readonly string[] };

/** The names of each canary's groups, by the canary's name. */
export function groupsByCanary(groups: readonly CanaryGroup[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { name, canaries } of groups)
    for (const canary of canaries) found.set(canary, [...(found.get(canary) ?? []), name]);
  return found;
}

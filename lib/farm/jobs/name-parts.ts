import { capitalized } from '@/lib/answer/capitalized';

/** A longer pattern doesn't fit into a URL. */
export const MAX_PATTERN_LENGTH = 200;
/** Levels of a roll-up. */
const MAX_GROUPS = 6;

/** What a pattern finds in names. */
export type NameParts =
  | {
      kind: 'parts';
      /** The names of the pattern's groups, or `Part 1`. */
      labels: string[];
      /** The parts of each name; null for a name that the pattern doesn't match. */
      parts: (string[] | null)[];
    }
  | { kind: 'invalid'; message: string }
  | { kind: 'no groups' }
  | { kind: 'too many groups'; max: number };

/**
 * Splits names by the groups of a regular expression, the outermost first. A group that takes no part in a match is an empty part. It
 * can take exponential time for some patterns, so run it where it can be stopped.
 */
export function namePartsOf(pattern: string, names: readonly string[]): NameParts {
  let expression: RegExp;
  try {
    expression = new RegExp(pattern);
  } catch (error) {
    return { kind: 'invalid', message: error instanceof Error ? error.message : String(error) };
  }
  // With an empty alternative it matches anything, and the match has a place for each group.
  const whole = new RegExp(`${pattern}|`).exec('');
  const count = (whole?.length ?? 1) - 1;
  if (count === 0) return { kind: 'no groups' };
  if (count > MAX_GROUPS) return { kind: 'too many groups', max: MAX_GROUPS };
  return {
    kind: 'parts',
    labels: labelsOf(Object.keys(whole?.groups ?? {}), count),
    parts: names.map(
      (name) =>
        expression
          .exec(name)
          ?.slice(1)
          .map((part) => part ?? '') ?? null,
    ),
  };
}

/** The names of groups count only if all have one, since a match doesn't tell which group has which name. */
const labelsOf = (named: readonly string[], count: number): string[] =>
  Array.from({ length: count }, (_, at) =>
    named.length === count ? capitalized(named[at] ?? '') : `Part ${at + 1}`,
  );

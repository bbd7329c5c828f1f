import { counted } from '@/lib/answer/counted';
import type { NameParts } from './name-parts';

/** Why a pattern finds nothing in names: by itself, or because trying it failed. */
export type PatternProblem =
  | Exclude<NameParts, { kind: 'parts' }>
  | { kind: 'too slow' }
  | { kind: 'unavailable' };

/** Why a pattern doesn't roll up, and what to do. */
export function patternText(problem: PatternProblem): string {
  switch (problem.kind) {
    case 'invalid':
      return `This is not a regular expression. ${problem.message}.`;
    case 'no groups':
      return 'This pattern has no groups. Put each level in parentheses, such as (?<shot>sh\\d+).';
    case 'too many groups':
      return `This pattern has more than ${counted(problem.max, 'group')}. Use (?:…) for parentheses that are no level.`;
    case 'too slow':
      return 'This pattern took too long and was stopped. Avoid repeated groups that can match the same text in several ways, such as (\\w+)+.';
    case 'unavailable':
      return 'The browser could not start the thread that tries patterns. Reload the page.';
  }
}

import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import { packagesOf } from '../graph/packages-of';
import { chainOf } from '../tree/frame-chain';
import { nameMatches, PACKAGE_SEARCH, parseExpression } from './search';

/**
 * RE2 takes linear time for any text and expression. It would add 65 kB to the browser's scripts, so only the server imports
 * this file and sends the matches.
 */

/** Maximum characters of a name that an expression is matched against. */
export const MAX_NAME_LENGTH = 4096;

const TOO_SLOW = 'The search took too long and was stopped. Try a simpler expression.';

/** Maximum characters of an expression that an error quotes. */
const MAX_PART_LENGTH = 60;

/** 1 at the indexes of matching names, or the reason why the search failed, in a sentence. */
export type NameSearch = { matching: Uint8Array } | { searchError: string };

/**
 * Searches names for a normalized query; '' matches none. Calls `hasTimeLeft` now and then, because some expressions are slow
 * even in linear time.
 */
export function searchNames(
  names: readonly string[],
  query: string,
  hasTimeLeft: () => boolean = () => true,
): NameSearch {
  const matching = new Uint8Array(names.length);
  if (query === '') return { matching };
  const matcher = matcherOf(query, names);
  if ('searchError' in matcher) return matcher;
  let charactersSinceCheck = 0;
  for (let i = 0; i < matching.length; i++) {
    const name = names[i] ?? '';
    if (matcher.finds(name, i)) matching[i] = 1;
    charactersSinceCheck += name.length;
    if (charactersSinceCheck < MAX_NAME_LENGTH) continue;
    if (!hasTimeLeft()) return { searchError: TOO_SLOW };
    charactersSinceCheck = 0;
  }
  return { matching };
}

type Matcher = { finds(name: string, index: number): boolean };

function matcherOf(query: string, names: readonly string[]): Matcher | { searchError: string } {
  const expression = parseExpression(query);
  if (!expression) return textMatcher(query, names);
  try {
    const flags = expression.ignoresCase ? RE2JS.CASE_INSENSITIVE : 0;
    const compiled = RE2JS.compile(expression.source, flags);
    const finds = (name: string) => compiled.test(name.slice(0, MAX_NAME_LENGTH));
    // The root has no name, and isn't a function.
    const findsOne = expression.isInverted ? (name: string) => name !== '' && !finds(name) : finds;
    return { finds: (name) => chainOf(name)?.some(findsOne) ?? findsOne(name) };
  } catch (error) {
    if (error instanceof RE2JSException) return { searchError: reasonOf(error) };
    throw error;
  }
}

function textMatcher(query: string, names: readonly string[]): Matcher {
  if (!query.startsWith(PACKAGE_SEARCH)) return { finds: (name) => nameMatches(name, query) };
  const { packages, of } = packagesOf(names);
  return { finds: (name, index) => nameMatches(name, query, () => packages[of[index] ?? 0] ?? '') };
}

/** For instance: This expression can’t be searched for: a closing ) is missing in “(”. */
function reasonOf(error: RE2JSException): string {
  const isSyntax = error instanceof RE2JSSyntaxException;
  const reason = isSyntax ? error.getDescription() : error.message;
  const part = isSyntax ? error.getPattern() : '';
  const where = part ? ` in “${part.slice(0, MAX_PART_LENGTH)}”` : '';
  return `This expression can’t be searched for: ${REASONS[reason] ?? reason}${where}.`;
}

/** Messages of RE2 in plain words. It has no lookaround and no backreferences. */
const REASONS: Record<string, string> = {
  'missing closing )': 'a closing ) is missing',
  'missing closing ]': 'a closing ] is missing',
  'unexpected )': 'a ) has no opening (',
  'missing argument to repetition operator': 'a repetition has nothing to repeat',
  'invalid nested repetition operator': 'two repetitions follow each other',
  'bad repetition operator': 'two repetitions follow each other',
  'invalid repeat count': 'a number of repetitions is too large',
  'invalid character class range': 'a range of characters is not valid',
  'invalid escape sequence': 'this escape is not supported',
  'invalid or unsupported Perl syntax': 'lookahead is not supported',
  'invalid named capture': 'lookbehind and named groups of this form are not supported',
  'trailing backslash at end of expression': 'it ends with a backslash',
};

import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import { nameMatches, parseExpression } from './search';

/**
 * RE2 takes linear time for any text and expression. It would add 65 kB to the browser's scripts, so only the server imports
 * this file and sends what matched.
 */

/** Maximum characters of a name that an expression is matched against. */
export const MAX_NAME_LENGTH = 4096;

/** 1 at the indexes of matching names, or the reason why the search failed. */
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
  const matcher = matcherOf(query);
  if ('searchError' in matcher) return matcher;
  let charactersSinceCheck = 0;
  for (let i = 0; i < matching.length; i++) {
    const name = names[i] ?? '';
    if (matcher.finds(name)) matching[i] = 1;
    charactersSinceCheck += name.length;
    if (charactersSinceCheck < MAX_NAME_LENGTH) continue;
    if (!hasTimeLeft()) return { searchError: 'The search takes too long. Try a simpler expression.' };
    charactersSinceCheck = 0;
  }
  return { matching };
}

function matcherOf(query: string): { finds(name: string): boolean } | { searchError: string } {
  const expression = parseExpression(query);
  if (!expression) return { finds: (name) => nameMatches(name, query) };
  try {
    const flags = expression.ignoresCase ? RE2JS.CASE_INSENSITIVE : 0;
    const compiled = RE2JS.compile(expression.source, flags);
    return { finds: (name) => compiled.test(name.slice(0, MAX_NAME_LENGTH)) };
  } catch (error) {
    if (error instanceof RE2JSException) return { searchError: reasonOf(error) };
    throw error;
  }
}

/** For instance `missing closing ): (`. RE2 has no lookaround and no backreferences. */
function reasonOf(error: RE2JSException): string {
  if (!(error instanceof RE2JSSyntaxException)) return error.message;
  const part = error.getPattern();
  return part ? `${error.getDescription()}: ${part}` : error.getDescription();
}

import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import { nameMatches, parseExpression } from './search';

/**
 * RE2 needs time in proportion to the text and the expression, whatever either is. It weighs 65 kB in a browser: this file
 * is for the server only, which tells what matched.
 */

/** Characters of a name that an expression looks at. [?] */
export const MAX_NAME_LENGTH = 4096;

/** Which names a search finds, 1 for each, or why it can't be searched for. */
export type NameSearch = { matching: Uint8Array } | { refused: string };

/**
 * Searches names for what `wantedText` made of a search; '' finds none. `goesOn` is asked now and then whether there is
 * time left, as even in proportion some expressions take long.
 */
export function searchNames(
  names: readonly string[],
  wanted: string,
  goesOn: () => boolean = () => true,
): NameSearch {
  const matching = new Uint8Array(names.length);
  if (wanted === '') return { matching };
  const matcher = matcherOf(wanted);
  if ('refused' in matcher) return matcher;
  let unasked = 0;
  for (let i = 0; i < matching.length; i++) {
    const name = names[i] ?? '';
    if (matcher.finds(name)) matching[i] = 1;
    unasked += name.length;
    if (unasked < MAX_NAME_LENGTH) continue;
    if (!goesOn()) return { refused: 'It takes too long. A simpler expression may not.' };
    unasked = 0;
  }
  return { matching };
}

function matcherOf(wanted: string): { finds(name: string): boolean } | { refused: string } {
  const expression = parseExpression(wanted);
  if (!expression) return { finds: (name) => nameMatches(name, wanted) };
  try {
    const flags = expression.ignoresCase ? RE2JS.CASE_INSENSITIVE : 0;
    const compiled = RE2JS.compile(expression.source, flags);
    return { finds: (name) => compiled.test(name.slice(0, MAX_NAME_LENGTH)) };
  } catch (error) {
    if (error instanceof RE2JSException) return { refused: reasonOf(error) };
    throw error;
  }
}

/** `missing closing ): (`; RE2 has no look-around and no back-references. */
function reasonOf(error: RE2JSException): string {
  if (!(error instanceof RE2JSSyntaxException)) return error.message;
  const part = error.getPattern();
  return part ? `${error.getDescription()}: ${part}` : error.getDescription();
}

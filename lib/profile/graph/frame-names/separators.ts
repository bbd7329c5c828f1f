/** A separator in a name, outside of all brackets. */
export type Separator = { kind: ':' | '::' | '.' | '/' | '#' | '->' | ' ' | '('; at: number };

/** Classes of characters; everything else is a part of a name. */
const OPENING = 1;
const CLOSING = 2;
const SINGLE = 3;
const COLON = 4;
const HASH = 5;
const CLASS_OF = new Uint8Array(128);
for (const [characters, kind] of [
  ['([{<', OPENING],
  [')]}>', CLOSING],
  ['./ ', SINGLE],
  [':', COLON],
  ['#', HASH],
] as const) {
  for (const character of characters) CLASS_OF[character.charCodeAt(0)] = kind;
}
const WORD = /[\p{L}\p{N}_$?!]/u;
/** Symbols of C++ operators that would count as brackets. */
const OPERATOR = /\(\)|\[\]|[<>=-]+/y;

/**
 * Separators of a name in order, from an index on. Brackets of all kinds count, so that template arguments, signatures and receivers
 * stay whole; `operator<`, `->` and Ruby's `#<=>` are no brackets. Every opening parenthesis outside of others is in the list.
 */
export function separatorsOf(text: string, from = 0): Separator[] {
  const found: Separator[] = [];
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const kind = CLASS_OF[text.charCodeAt(at)];
    if (!kind) continue;
    if (kind === OPENING || kind === CLOSING) {
      const operator = operatorEnd(text, at);
      if (operator > at) at = operator - 1;
      else if (kind === CLOSING) depth = closed(text, at, depth, found);
      else if (text[at - 1] !== '#') {
        if (depth === 0 && text[at] === '(') found.push({ kind: '(', at });
        depth += 1;
      }
    } else if (depth === 0) at = addSeparator(text, at, kind, found);
  }
  return found;
}

/** Adds a separator, and returns the index of its last character. */
function addSeparator(text: string, at: number, kind: number, found: Separator[]): number {
  if (kind === SINGLE) found.push({ kind: text[at] as '.' | '/' | ' ', at });
  else if (kind === HASH) {
    if (isWordAt(text, at - 1) && at + 1 < text.length) found.push({ kind: '#', at });
  } else {
    const isDouble = text[at + 1] === ':';
    found.push({ kind: isDouble ? '::' : ':', at });
    if (isDouble) return at + 1;
  }
  return at;
}

/** The depth after a closing bracket; the end of an arrow closes nothing. */
function closed(text: string, at: number, depth: number, found: Separator[]): number {
  const before = text[at - 1];
  const isArrow = text[at] === '>' && (before === '-' || before === '=');
  if (!isArrow) return Math.max(0, depth - 1);
  if (depth === 0 && before === '-' && isWordAt(text, at - 2)) found.push({ kind: '->', at: at - 1 });
  return depth;
}

const isWordAt = (text: string, at: number) => WORD.test(text[at] ?? '');

/** End of the symbols after the word operator, `at` itself anywhere else. */
function operatorEnd(text: string, at: number): number {
  const start = text[at] === '>' && text[at - 1] === '-' ? at - 1 : at;
  if (start < 8 || !text.startsWith('operator', start - 8) || isWordAt(text, start - 9)) return at;
  OPERATOR.lastIndex = start;
  return OPERATOR.test(text) ? OPERATOR.lastIndex : at;
}

/** Removes a line, or a line and a column, from the end: `a.js` of `a.js:12:3`. The rest has at least one other character. */
export function withoutLine(text: string): string {
  const once = withoutNumber(text);
  return once === text ? text : withoutNumber(once);
}

function withoutNumber(text: string): string {
  let at = text.length;
  while (at > 0 && isDigit(text.charCodeAt(at - 1))) at -= 1;
  const hasNumber = at < text.length && text[at - 1] === ':' && text[at - 2] !== ':';
  return hasNumber && hasOther(text, at - 2) ? text.slice(0, at - 1) : text;
}

/** Whether the text up to an index ends in more than a number: `swapper/0:1` and `12:30` have no lines. */
function hasOther(text: string, end: number): boolean {
  let at = end;
  while (at >= 0 && isDigit(text.charCodeAt(at))) at -= 1;
  return at >= 0 && (at === end || text[at] === ':' || /[\w.$)\]>]/.test(text[at] ?? ''));
}

const isDigit = (code: number) => code >= 48 && code <= 57;

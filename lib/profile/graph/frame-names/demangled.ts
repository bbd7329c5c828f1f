const MAX_PARTS = 32;

/** `foo::bar` of `_ZN3foo3barEv`. A name with anything but plain parts, such as template arguments, stays mangled. */
export function demangled(text: string): string {
  const start = /^_{1,2}ZNK?(?=\d)/.exec(text)?.[0].length;
  if (start === undefined) return text;
  const parts: string[] = [];
  let at = start;
  while (text[at] !== 'E') {
    const digits = /^\d{1,4}/.exec(text.slice(at, at + 4))?.[0];
    if (digits === undefined || parts.length === MAX_PARTS) return text;
    const from = at + digits.length;
    at = from + Number(digits);
    if (at >= text.length) return text;
    parts.push(text.slice(from, at));
  }
  return parts.join('::');
}

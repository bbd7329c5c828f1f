/** Template arguments up to this length stay as they are. */
const MAX_ARGUMENTS = 16;
const MAX_SHORTENED = 1000;
const OPERATOR = /^operator(?!\w)/;

/** A part of a name as a label shows it: without PHP's namespace, with the types in Rust's `<A as B>` and long arguments shortened. */
export function shortened(part: string): string {
  if (OPERATOR.test(part)) return part;
  const short = part.length > MAX_SHORTENED ? part : part.replaceAll(/\b(?:\w+::)+/g, '');
  if (part.startsWith('<')) return short;
  const name = short.slice(short.lastIndexOf('\\') + 1) || part;
  const open = name.indexOf('<');
  const close = name.lastIndexOf('>');
  if (open <= 0 || close - open - 1 <= MAX_ARGUMENTS) return name;
  return `${name.slice(0, open)}<…>${name.slice(close + 1)}`;
}

/** `App\Http` of PHP's `App\Http\Controllers\Cart`. */
export const phpNamespace = (type: string): string =>
  type
    .split('\\')
    .filter((part) => part !== '')
    .slice(0, -1)
    .slice(0, 2)
    .join('\\');

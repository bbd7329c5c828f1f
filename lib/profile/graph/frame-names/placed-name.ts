import { withoutLine } from './without-line';

/** A function with the file that it is in. */
export type PlacedName = { called: string; path: string };

const V8_KIND = /^(?:LazyCompile|Function|Script|Eval|JS|Module):[~*^+]?/;
/** Python's names for perf. */
const PERF_PYTHON = /^py::([^:]+):(.+)$/;
const PATH_START = /^(?:\.{0,2}[\\/]|[A-Za-z]:[\\/]|[a-z][a-z0-9+.-]*:\/\/|node:|data:)/;
const LINE = /:\d+$/;
const FILE = /(?:\.[A-Za-z][A-Za-z0-9]{0,4}|\.so[.\d]*|\.\d+)$/;
const JAVA_FILE = /^(?:[\w$]+\.(?:java|kt|scala|groovy|clj)(?::\d+)?|Native Method|Unknown Source)$/;
const NOWHERE = /^\(?unknown\)?$/;

/**
 * Separates a function from its file, in the forms of py-spy and JavaScript `f (a.py:12)`, Java `f(A.java:12)`, rbspy
 * `f - a.rb:12`, V8 `LazyCompile:*f a.js:12`, Firefox `f@https://a.js:12:3` and perf `py::f:a.py`. Undefined for names without a file.
 */
export function placedName(name: string): PlacedName | undefined {
  const [, trampoline, file = ''] = PERF_PYTHON.exec(name) ?? [];
  if (trampoline !== undefined) return { called: trampoline, path: file };
  const kind = V8_KIND.exec(name)?.[0];
  const text = kind === undefined ? name : name.slice(kind.length);
  const placed = inParentheses(text) ?? afterDash(text) ?? afterSpace(text) ?? afterAt(text);
  if (!placed) return kind === undefined ? undefined : { called: text.trim(), path: '' };
  const path = withoutLine(placed.path);
  return { called: placed.called, path: NOWHERE.test(path) ? '' : path };
}

function inParentheses(text: string): PlacedName | undefined {
  if (!text.endsWith(')')) return undefined;
  let depth = 0;
  let open = text.length - 1;
  for (; open > 0; open--) {
    if (text[open] === ')') depth += 1;
    if (text[open] === '(') depth -= 1;
    if (depth === 0) break;
  }
  const path = text.slice(open + 1, -1);
  const isPlace = text[open - 1] === ' ' ? isFile(path) : JAVA_FILE.test(path);
  return open > 0 && isPlace ? { called: text.slice(0, open).trimEnd(), path } : undefined;
}

const isFile = (path: string) => JAVA_FILE.test(path) || LINE.test(path) || FILE.test(path);

function afterDash(text: string): PlacedName | undefined {
  const dash = text.lastIndexOf(' - ');
  const path = text.slice(dash + 3);
  if (dash <= 0 || !LINE.test(path)) return undefined;
  return { called: text.slice(0, dash).replace(/ \[c function\]$/, ''), path };
}

function afterSpace(text: string): PlacedName | undefined {
  const space = text.lastIndexOf(' ');
  const path = text.slice(space + 1);
  return space >= 0 && PATH_START.test(path) && LINE.test(path)
    ? { called: text.slice(0, space), path }
    : undefined;
}

function afterAt(text: string): PlacedName | undefined {
  const at = text.indexOf('@');
  const path = text.slice(at + 1);
  return at > 0 && PATH_START.test(path) && LINE.test(path) ? { called: text.slice(0, at), path } : undefined;
}

import { type Named, plainName } from './named';
import type { Separator } from './separators';

/** First parts of Java packages that many organizations share. */
const BROAD = new Set(['com', 'org', 'net', 'io', 'dev', 'gov', 'edu', 'de', 'uk', 'software']);
const PLATFORM = new Set(['java', 'javax', 'jdk', 'sun', 'kotlin', 'scala']);
const GO = /\(\*|\[go\.|\.func\d|\.init\.\d/;
const FILE = /\.(?:so|dll|dylib|exe|jar|node|js|py|rb|php)(?:\.\d+)*$/;

/** Names with dots and slashes: Java, Go, .NET, Swift, JavaScript. */
export function dottedName(text: string, separators: readonly Separator[]): Named {
  const slash = separators.findLast(({ kind }) => kind === '/')?.at ?? -1;
  const dots = separators.filter(({ kind, at }) => kind === '.' && at > slash).map(({ at }) => at);
  if (dots.length === 0 || FILE.test(text)) return plainName(text);
  if (slash >= 0) {
    if (startsUpper(text, slash + 1))
      return typeName(text.slice(0, slash).replaceAll('/', '.'), text, slash + 1, dots);
    return goName(text, slash, dots[0] ?? 0);
  }
  if (GO.test(text)) return goName(text, -1, dots[0] ?? 0);
  const starts = [0, ...dots.map((at) => at + 1)];
  if (starts.some((at, i) => starts[i + 1] === at + 1 || at === text.length || isDigit(text[at])))
    return plainName(text);
  const type = starts.findIndex((at) => startsUpper(text, at));
  if (type > 1) return typeName(text.slice(0, (starts[type] ?? 1) - 1), text, starts[type] ?? 0, dots);
  if (type === 0 && dots.length > 1) return namespaced(text, dots);
  const owner = text.slice(0, dots.at(-1));
  return {
    package: type === 0 ? '' : (packageOfDotted(owner).split('$')[0] ?? ''),
    class: owner,
    function: text.slice(owner.length + 1),
    label: text,
  };
}

/** Package of a dotted module: `json` of `json.encoder`, `com.example.shop` of `com.example.shop.cart.Cart`. */
export function packageOfDotted(module: string): string {
  const parts = module.split('.');
  const first = parts[0] ?? '';
  const kept = BROAD.has(first) ? 3 : PLATFORM.has(first) ? 2 : 1;
  const named = parts.findIndex((part) => startsUpper(part, 0));
  return parts.slice(0, named > 0 ? Math.min(kept, named) : kept).join('.');
}

/** The class itself of `Outer$Inner`; of lambdas and anonymous classes, the whole name. */
export function shortType(type: string): string {
  const inner = type.slice(type.lastIndexOf('$') + 1);
  return type.includes('$$') || !/^[A-Za-z]/.test(inner) ? type : inner;
}

/** A Java method, its class starting at `start`. */
function typeName(module: string, text: string, start: number, dots: readonly number[]): Named {
  const inType = dots.filter((at) => at > start);
  const last = inType.at(-1);
  const before = inType.at(-2);
  const owner = last === undefined ? text.slice(start) : text.slice(start, last);
  const called = last === undefined ? owner : text.slice(last + 1);
  const short = shortType(last === undefined ? owner : text.slice((before ?? start - 1) + 1, last));
  return {
    package: packageOfDotted(module),
    class: owner,
    function: called,
    label: last === undefined ? short : `${short}.${called}`,
  };
}

/** `Namespace.Type.Method` of .NET and Swift. */
function namespaced(text: string, dots: readonly number[]): Named {
  const last = dots.at(-1) ?? 0;
  const type = dots.at(-2) ?? 0;
  return {
    package: text.slice(0, dots.length > 2 ? Math.min(type, dots[1] ?? type) : type),
    class: text.slice(0, last),
    function: text.slice(last + 1),
    label: text.slice(type + 1),
  };
}

/** A Go function, whose package path ends at the first dot after the last slash. */
function goName(text: string, slash: number, dot: number): Named {
  const version = /^v\d+$/.test(text.slice(slash + 1, dot)) ? text.lastIndexOf('/', slash - 1) : slash;
  return {
    package: text.slice(0, dot).replaceAll('%2e', '.'),
    class: '',
    function: text.slice(dot + 1),
    label: text.slice(version + 1).replaceAll('%2e', '.'),
  };
}

function startsUpper(text: string, at: number): boolean {
  const first = text[at] ?? '';
  return first !== first.toLowerCase();
}

const isDigit = (character: string | undefined) =>
  character !== undefined && character >= '0' && character <= '9';

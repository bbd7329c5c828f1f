/** A place in a text, for sentences: `line 4, column 9`. Both count from 1. */
export type Place = string;

/** JSON with the place of each of its values. */
export type PlacedJson = {
  value: unknown;
  /** The place of the value at a path; where there is none, of the nearest value around it. */
  placeOf(path: readonly PropertyKey[]): Place;
};

/** A text that isn't JSON: the place, and what would be right there. */
export class JsonError extends Error {
  constructor(
    readonly place: Place,
    readonly expected: string,
  ) {
    super(`${place}: expected ${expected}`);
  }
}

const MAX_DEPTH = 32;

const BLANK = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

type Node = { at: number; members?: Map<string, Node> };

/** Reads JSON as JSON.parse does, but knows places and says what would be right. Throws a JsonError. */
export function parsePlacedJson(text: string): PlacedJson {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  let at = start;

  const placeAt = (position: number): Place => {
    const lines = text.slice(start, position).split('\n');
    return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
  };
  const fail = (expected: string): never => {
    throw new JsonError(placeAt(at), expected);
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const takeSign = (sign: string): boolean => {
    take(BLANK);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };

  const read = (depth: number): { value: unknown; node: Node } => {
    take(BLANK);
    if (depth > MAX_DEPTH) fail(`at most ${MAX_DEPTH} levels`);
    const node: Node = { at };
    if (takeSign('{')) return { value: readMembers(node, depth), node };
    if (takeSign('[')) return { value: readItems(node, depth), node };
    const scalar = take(STRING) ?? take(LITERAL);
    return { value: JSON.parse(scalar ?? fail('a value: a text in "…", a number, {…} or […]')), node };
  };

  const readMembers = (parent: Node, depth: number): object => {
    const members: [string, unknown][] = [];
    parent.members = new Map();
    if (takeSign('}')) return {};
    do {
      take(BLANK);
      const name: string = JSON.parse(take(STRING) ?? fail('the name of a member in "…"'));
      if (!takeSign(':')) fail('":"');
      const { value, node } = read(depth + 1);
      members.push([name, value]);
      parent.members.set(name, node);
    } while (takeSign(','));
    if (!takeSign('}')) fail('"," or "}"');
    return Object.fromEntries(members);
  };

  const readItems = (parent: Node, depth: number): unknown[] => {
    const items: unknown[] = [];
    parent.members = new Map();
    if (takeSign(']')) return items;
    do {
      const { value, node } = read(depth + 1);
      parent.members.set(String(items.length), node);
      items.push(value);
    } while (takeSign(','));
    if (!takeSign(']')) fail('"," or "]"');
    return items;
  };

  const { value, node: root } = read(0);
  take(BLANK);
  if (at < text.length) fail('the end of the file');
  const placeOf = (path: readonly PropertyKey[]): Place => {
    let node = root;
    for (const part of path) node = node.members?.get(String(part)) ?? node;
    return placeAt(node.at);
  };
  return { value, placeOf };
}

/** JSON with the line of each of its values. */
export type JsonLines = {
  value: unknown;
  /** The line, from 1, of the value at a path; where there is none, of the nearest value around it. */
  lineOf(path: readonly PropertyKey[]): number;
};

/** A text that isn't JSON: the line, and what would be right there. */
export class JsonError extends Error {
  constructor(
    readonly line: number,
    readonly expected: string,
  ) {
    super(`line ${line}: expected ${expected}`);
  }
}

const MAX_DEPTH = 32;

const BLANK = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

type Node = { at: number; members?: Map<string, Node> };

/** Reads JSON as JSON.parse does, but knows lines and says what would be right. Throws a JsonError. */
export function parseJsonLines(text: string): JsonLines {
  let at = text.startsWith('\ufeff') ? 1 : 0;

  const lineAt = (position: number) => text.slice(0, position).split('\n').length;
  const fail = (expected: string): never => {
    throw new JsonError(lineAt(at), expected);
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
  const lineOf = (path: readonly PropertyKey[]): number => {
    let node = root;
    for (const part of path) node = node.members?.get(String(part)) ?? node;
    return lineAt(node.at);
  };
  return { value, lineOf };
}

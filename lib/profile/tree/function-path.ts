import type { CallTree } from './call-tree';
import { functionKey, isFunctionPath, MAX_FUNCTION_PATH_LENGTH } from './path-key';

/** Names a frame of an inverted tree: the keys of the functions from the one that ran to it; the root's is ''. */
type FunctionPath = string;

/** The path of a node, of one deeper than a path can say that of the last frame above it that has one. */
export function functionPath(tree: CallTree, node: number): FunctionPath {
  const keys: string[] = [];
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) {
    if ((tree.depth[at] ?? 0) <= MAX_FUNCTION_PATH_LENGTH) keys.push(keyOf(tree, at));
  }
  return keys.reverse().join('.');
}

/** The node of a path; undefined when the tree has none. Looks at the children along the path only. */
export function nodeAtFunctionPath(tree: CallTree, path: FunctionPath): number | undefined {
  if (path === '') return 0;
  if (!isFunctionPath(path)) return undefined;
  let node = 0;
  for (const key of path.split('.')) {
    const child = childWithKey(tree, node, key);
    if (child === undefined) return undefined;
    node = child;
  }
  return node;
}

function childWithKey(tree: CallTree, node: number, key: string): number | undefined {
  const past = tree.end[node] ?? 0;
  for (let child = node + 1; child < past; child = tree.end[child] ?? past) {
    if (keyOf(tree, child) === key) return child;
  }
  return undefined;
}

const keyOf = ({ names, name }: CallTree, node: number) => functionKey(names[name[node] ?? 0] ?? '');

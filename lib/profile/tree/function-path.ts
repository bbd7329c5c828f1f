import type { CallTree } from './call-tree';
import { functionKey, isFunctionPath, MAX_FUNCTION_PATH_LENGTH } from './path-key';

/** Identifies a frame of an inverted tree by the keys of the functions from the root to it, joined by dots; the root's is ''. */
type FunctionPath = string;

/** The path of a node, cut off after MAX_FUNCTION_PATH_LENGTH functions. */
export function functionPath(tree: CallTree, node: number): FunctionPath {
  const keys: string[] = [];
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) {
    if ((tree.depth[at] ?? 0) <= MAX_FUNCTION_PATH_LENGTH) keys.push(keyOf(tree, at));
  }
  return keys.reverse().join('.');
}

/** Finds the node of a path by visiting only the children along it. */
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

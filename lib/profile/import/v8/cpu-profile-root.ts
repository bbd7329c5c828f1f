import { type CpuProfile, notATree } from './cpu-profile';

type Nodes = CpuProfile['nodes'];
type Node = Pick<Nodes[number], 'id' | 'callFrame'> & {
  hitCount?: number | null | undefined;
  children?: number[] | null | undefined;
  parent?: number | null | undefined;
};

/** No file has a node with this id. */
const ROOT_ID = -1;

/**
 * Returns the nodes with the root first and with children, wherever the file has its root and whether nodes name their children
 * or their parent. Nodes without a caller are the first frames of stacks. Throws UndecodableProfile when the nodes can't be linked.
 */
export function withRootFirst(nodes: readonly Node[]): Nodes {
  const linked = withChildren(nodes);
  const called = new Set(linked.flatMap(({ children }) => children ?? []));
  const first = linked.filter(({ id }) => !called.has(id));
  const roots = new Set(first.filter((node) => isRoot(node, first.length)));
  const root = {
    id: ROOT_ID,
    callFrame: { functionName: '(root)', url: '', lineNumber: -1, columnNumber: -1 },
    hitCount: 0,
    children: first.flatMap((node) => (roots.has(node) ? (node.children ?? []) : [node.id])),
  };
  for (const { hitCount } of roots) root.hitCount += hitCount ?? 0;
  return [root, ...linked.filter((node) => !roots.has(node))];
}

const isRoot = ({ callFrame: { functionName, url } }: Node, count: number) =>
  functionName === '(root)' || (functionName === '' && url === '' && count === 1);

function withChildren(nodes: readonly Node[]): Nodes {
  const children = new Map(nodes.map(({ id, children: own }) => [id, new Set(own)]));
  if (children.size < nodes.length) throw notATree('has the same id as another');
  for (const { id, parent } of nodes) {
    if (parent == null) continue;
    const siblings = children.get(parent);
    if (!siblings) throw notATree('has a parent that is missing');
    siblings.add(id);
  }
  return nodes.map(({ id, callFrame, hitCount }) => ({
    id,
    callFrame,
    hitCount: hitCount ?? 0,
    children: [...(children.get(id) ?? [])],
  }));
}

import type { CpuProfileFile } from './cpu-profile-shape';

type Nodes = CpuProfileFile['nodes'];
type CallFrame = Nodes[number]['callFrame'];

/**
 * Names V8's functions without a name by their line, or by line and column where a file has more than one on it, as minified code
 * does, so that they stay apart. Top-level code, which starts a file, and native functions remain nameless.
 */
export function withAnonymousPlaces(nodes: Nodes): Nodes {
  const columns = new Map<string, Set<number>>();
  for (const { callFrame } of nodes) {
    if (!isAnonymous(callFrame)) continue;
    const key = lineKey(callFrame);
    columns.set(key, (columns.get(key) ?? new Set()).add(callFrame.columnNumber));
  }
  if (columns.size === 0) return nodes;
  return nodes.map((node) => {
    const { callFrame } = node;
    if (!isAnonymous(callFrame)) return node;
    const isAlone = columns.get(lineKey(callFrame))?.size === 1;
    const column = isAlone ? '' : `, column ${callFrame.columnNumber + 1}`;
    return {
      ...node,
      callFrame: { ...callFrame, functionName: `<anonymous at line ${callFrame.lineNumber + 1}${column}>` },
    };
  });
}

const isAnonymous = ({ functionName, url, lineNumber, columnNumber }: CallFrame) =>
  functionName === '' && url !== '' && (lineNumber > 0 || (lineNumber === 0 && columnNumber > 0));

const lineKey = ({ url, lineNumber }: CallFrame) => `${lineNumber} ${url}`;

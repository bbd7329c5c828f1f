import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';

const STATE = 'WALL_TIME';
const LINE = /^( *)(.*?)(?: (\d+)|((?: [A-Z_]+=\d+)+))$/;

/**
 * Parses a call tree with one frame per line, indented by two spaces per level and followed by self samples: `parse 30` for
 * WALL_TIME, or `parse RUNNABLE=20 BLOCKED=10`.
 */
export function callTree(text: string): CallTree {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const margin = Math.min(...lines.map((line) => line.search(/\S/)));
  const builder = new CallTreeBuilder();
  let open = 0;
  for (const line of lines) {
    const [, indent = '', name = '', samples, byState] = LINE.exec(line.trimEnd()) ?? [];
    const level = (indent.length - margin) / 2;
    if (!name || !Number.isInteger(level) || level > open) throw new Error(`not a frame: ${line}`);
    for (; open > level; open--) builder.close();
    builder.open(name);
    open += 1;
    if (samples !== undefined && samples !== '0') builder.count(STATE, Number(samples));
    for (const item of byState?.trim().split(' ') ?? []) {
      const [state = '', count] = item.split('=');
      builder.count(state, Number(count));
    }
  }
  return builder.finish();
}

/** The inverse of `callTree`, one string per frame. The root is included only if it has self samples. */
export function print(tree: CallTree): string[] {
  const lines: string[] = [];
  for (let node = 0; node < tree.name.length; node++) {
    const counts = tree.states
      .map((state, i) => ({ state, samples: tree.self[i]?.[node] ?? 0 }))
      .filter(({ samples }) => samples !== 0);
    if (node === 0 && counts.length === 0) continue;
    const text = counts.map(({ state, samples }) => (state === STATE ? samples : `${state}=${samples}`));
    const indent = '  '.repeat(Math.max(0, (tree.depth[node] ?? 0) - 1));
    const name = node === 0 ? '(root)' : tree.names[tree.name[node] ?? 0];
    lines.push(`${indent}${name} ${text.join(' ') || '0'}`);
  }
  return lines;
}

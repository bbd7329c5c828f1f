import type { CallTree } from '../tree/call-tree';
import { chainOf } from '../tree/frame-chain';
import { frameText } from '../tree/frame-text';

/** A stack as text, one frame per line, also those of a folded chain, callees first as in a stack trace. */
export function stackText(tree: CallTree, node: number, isInverted: boolean): string {
  const lines: string[] = [];
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) lines.push(lineOf(tree, at));
  return (isInverted ? lines.reverse() : lines).join('\n');
}

function lineOf(tree: CallTree, node: number): string {
  const full = tree.names[tree.name[node] ?? 0] ?? '';
  const chain = chainOf(full);
  if (chain) return chain.reverse().map(frameText).join('\n');
  const name = frameText(full);
  const file = tree.files[tree.file[node] ?? -1];
  const line = tree.lineFrom[node] ?? 0;
  if (file === undefined) return name;
  return line > 0 ? `${name} (${file}:${line})` : `${name} (${file})`;
}

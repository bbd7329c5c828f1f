import type { CallTree, Profile } from '../tree/call-tree';

const FLUSH_CHARACTERS = 1 << 20;

/** Encodes a profile as agents post it, without empty members. The tree must not have siblings of the same name. */
export function encodeJson({ tree, start, end, sampleWeights }: Profile): Uint8Array {
  const chunks: Buffer[] = [];
  let text = '{';
  if (start !== undefined) text += `"start":${start},`;
  if (end !== undefined) text += `"end":${end},`;
  if (Object.keys(sampleWeights).length > 0) text += `"agentMetadata":${JSON.stringify({ sampleWeights })},`;
  text += '"callgraph":{';

  const names = tree.names.map((name) => JSON.stringify(name));
  const files = tree.files.map((file) => JSON.stringify(file));
  const states = tree.states.map((state) => JSON.stringify(state));
  const size = tree.name.length;
  for (let node = 0; node < size; node++) {
    if (node > 0) text += `${names[tree.name[node] ?? 0]}:{`;
    const own = members(tree, node, files, states);
    text += own;
    if ((tree.end[node] ?? 0) > node + 1) {
      text += own === '' ? '"children":{' : ',"children":{';
    } else {
      const nextDepth = node + 1 < size ? (tree.depth[node + 1] ?? 0) : 0;
      text += `}${'}}'.repeat((tree.depth[node] ?? 0) - nextDepth)}`;
      if (node + 1 < size) text += ',';
    }
    if (text.length > FLUSH_CHARACTERS) {
      chunks.push(Buffer.from(text));
      text = '';
    }
  }
  chunks.push(Buffer.from(`${text}}`));
  return Buffer.concat(chunks);
}

/** The members file, line and counts of a node, without braces. */
function members(tree: CallTree, node: number, files: string[], states: string[]): string {
  const parts: string[] = [];
  const file = tree.file[node] ?? -1;
  if (file >= 0) parts.push(`"file":${files[file]}`);
  const from = tree.lineFrom[node] ?? 0;
  const to = tree.lineTo[node] ?? 0;
  if (from > 0) parts.push(from === to ? `"line":[${from}]` : `"line":[${from},${to}]`);
  const counts: string[] = [];
  for (let state = 0; state < states.length; state++) {
    const samples = tree.self[state]?.[node] ?? 0;
    if (samples > 0) counts.push(`${states[state]}:${samples}`);
  }
  if (counts.length > 0) parts.push(`"counts":{${counts.join(',')}}`);
  return parts.join(',');
}

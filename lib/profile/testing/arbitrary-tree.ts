import fc from 'fast-check';
import { mergeTrees } from '../transform/merge';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';

const name = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'app:Cart:total', '__proto__', 'constructor', '10', 'children', '<Sleep>'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const stack = fc.record({
  frames: fc.array(name, { minLength: 1, maxLength: 6 }),
  state: fc.constantFrom('RUNNABLE', 'WALL_TIME', 'toString'),
  samples: fc.nat({ max: 2 ** 40 }),
  file: fc.option(fc.constantFrom('a.py', 'ä.java'), { nil: undefined }),
  line: fc.integer({ min: 1, max: 70_000 }),
});

/** Call trees without siblings of the same name. */
export const arbitraryTree: fc.Arbitrary<CallTree> = fc
  .array(stack, { maxLength: 12 })
  .map((stacks) => mergeTrees(stacks.map(treeOf)));

function treeOf({
  frames,
  state,
  samples,
  file,
  line,
}: typeof stack extends fc.Arbitrary<infer S> ? S : never): CallTree {
  const builder = new CallTreeBuilder();
  for (const frame of frames) builder.open(frame);
  builder.count(state, samples);
  if (file) {
    builder.inFile(file);
    builder.atLines(line, line + (samples % 3));
  }
  return builder.finish();
}

/** The whole content of a tree, one line per node, independent of the order of siblings and states. */
export function contents(tree: CallTree): string[] {
  const paths: string[] = [];
  const lines: string[] = [];
  for (let node = 0; node < tree.name.length; node++) {
    const own = JSON.stringify(tree.names[tree.name[node] ?? -1]);
    const path = node === 0 ? '' : `${paths[tree.parent[node] ?? 0]}/${own}`;
    paths.push(path);
    const counts = tree.states
      .map((state, i) => `${state}=${tree.self[i]?.[node]}/${tree.total[i]?.[node]}`)
      .filter((text) => !text.endsWith('=0/0'))
      .sort();
    const size = (tree.end[node] ?? 0) - node;
    const file = tree.files[tree.file[node] ?? -1] ?? '';
    lines.push(
      `${path} ${tree.depth[node]} ${size} ${counts.join(' ')} ${file}:${tree.lineFrom[node]}-${tree.lineTo[node]}`,
    );
  }
  return lines.sort();
}

/** The stacks of a tree with their samples, one line each, after `change`. Equal stacks are summed. */
export function stacks(
  tree: CallTree,
  change: (frames: string[]) => string[] | undefined = (frames) => frames,
): string[] {
  const sums = new Map<string, number>();
  const path: string[] = [];
  for (let node = 0; node < tree.name.length; node++) {
    const depth = tree.depth[node] ?? 0;
    if (node > 0) path.splice(depth - 1, path.length, tree.names[tree.name[node] ?? -1] ?? '?');
    const frames = change(path.slice(0, depth));
    if (!frames) continue;
    tree.states.forEach((state, i) => {
      const samples = tree.self[i]?.[node] ?? 0;
      const line = JSON.stringify([...frames, state]);
      if (samples !== 0) sums.set(line, (sums.get(line) ?? 0) + samples);
    });
  }
  return [...sums].map(([line, samples]) => `${line} ${samples}`).sort();
}

/** For each thread state the total of the root and the sum of self samples. They are equal unless the tree was cut. */
export function sums(tree: CallTree): string[] {
  return tree.states
    .map(
      (state, i) =>
        `${state} ${tree.total[i]?.[0]} ${Array.from(tree.self[i] ?? []).reduce((a, b) => a + b, 0)}`,
    )
    .sort();
}

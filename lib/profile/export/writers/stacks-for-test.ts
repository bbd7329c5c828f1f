import type { CallTree } from '../../tree/call-tree';
import { CallTreeBuilder } from '../../tree/call-tree-builder';

/** Every stack with samples, frames joined by `\n`, then its samples by state: `main\nparse RUNNABLE=30`. Sorted. */
export function stacksOf(tree: CallTree): string[] {
  const paths: string[] = [];
  const lines: string[] = [];
  for (let node = 0; node < tree.name.length; node++) {
    const name = node === 0 ? '<root>' : tree.names[tree.name[node] ?? 0] || '<nameless>';
    const depth = tree.depth[node] ?? 0;
    paths[depth] = depth > 1 ? `${paths[depth - 1]}\n${name}` : name;
    const counts = tree.states
      .map((state, i) => `${state}=${tree.self[i]?.[node] ?? 0}`)
      .filter((count) => !count.endsWith('=0'));
    if (counts.length > 0) lines.push([paths[depth], ...counts.sort()].join(' '));
  }
  return lines.sort();
}

/** A tree with a single stack, whose last frame has 3 samples. */
export function chain(frames: readonly string[]): CallTree {
  const builder = new CallTreeBuilder();
  for (const frame of frames) builder.open(frame);
  builder.count('RUNNABLE', 3);
  return builder.finish();
}

/** Names that some format can't contain as they are. */
export const ODD_NAMES = [
  'a;b',
  'line\nbreak\r\n',
  ' spaces  inside 7 ',
  '<script>alert("x")</script>',
  '\u0000\u001b[31m',
  '\u2028',
  '𝒻 — ünïcode 日本',
  '\ud800',
  '__proto__',
  'x'.repeat(100_000),
  '',
];

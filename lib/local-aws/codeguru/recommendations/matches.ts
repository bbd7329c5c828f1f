import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { Rule } from './rules';

/** An outermost place in the call tree that matches a rule: nothing above it does. */
export type Match = {
  node: number;
  /** Index in the rule's targetFrames. */
  target: number;
  /** Its percentage of all samples but the idle ones. */
  percent: number;
};

/** The places that match a rule, most expensive first. Linear in the number of nodes. */
export function matchesOf(tree: CallTree, rule: Rule): Match[] {
  const all = sum(tree, 0, (state) => state !== 'IDLE');
  if (all === 0) return [];
  const lastOf = tree.names.map((name) =>
    rule.targetFrames.flatMap((frames, target) => (isCalled(frames.at(-1), name) ? [target] : [])),
  );
  const matches: Match[] = [];
  for (let node = 1; node < tree.name.length; ) {
    const target = lastOf[tree.name[node] ?? 0]?.find((target) =>
      isCalledBy(tree, node, rule.targetFrames[target] ?? []),
    );
    if (target === undefined) {
      node += 1;
      continue;
    }
    const samples = sum(tree, node, (state) => rule.countersToAggregate.includes(state));
    if (samples > 0) matches.push({ node, target, percent: (100 * samples) / all });
    node = tree.end[node] ?? node + 1;
  }
  return matches.sort((a, b) => b.percent - a.percent || a.node - b.node);
}

function sum(tree: CallTree, node: number, counts: (state: string) => boolean): number {
  return tree.states.reduce((sum, state, i) => sum + (counts(state) ? (tree.total[i]?.[node] ?? 0) : 0), 0);
}

function isCalledBy(tree: CallTree, node: number, frames: readonly string[]): boolean {
  let at = node;
  for (const frame of frames.toReversed()) {
    if (at === 0 || !isCalled(frame, tree.names[tree.name[at] ?? 0] ?? '')) return false;
    at = tree.parent[at] ?? 0;
  }
  return true;
}

function isCalled(frame = '', name: string): boolean {
  return frame.endsWith('*') ? name.startsWith(frame.slice(0, -1)) : name === frame;
}

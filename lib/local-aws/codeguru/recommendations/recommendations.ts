import type { CallTree } from '@/lib/profile/tree/call-tree';
import { type Match, matchesOf } from './matches';
import { RULES, type Rule } from './rules';

/** A rule that has something to say of a profile. */
export type Finding = { rule: Rule; matches: readonly Match[]; percent: number };

/** The rules whose matches together reach their threshold, the most costly first. */
export function findingsOf(tree: CallTree): Finding[] {
  return RULES.map((rule) => {
    const matches = matchesOf(tree, rule);
    return { rule, matches, percent: matches.reduce((sum, { percent }) => sum + percent, 0) };
  })
    .filter(({ rule, percent }) => percent > 0 && percent >= rule.thresholdPercent)
    .sort((a, b) => b.percent - a.percent);
}

const LONGEST_ADDRESS = 8192;

/** [?] The frames from the outermost on to a node, ` > ` between them; of a longer one than 8,192 characters the end. */
export function frameAddress(tree: CallTree, node: number): string {
  let address = tree.names[tree.name[node] ?? 0] ?? '';
  for (let at = tree.parent[node] ?? 0; at !== 0 && address.length <= LONGEST_ADDRESS; ) {
    address = `${tree.names[tree.name[at] ?? 0]} > ${address}`;
    at = tree.parent[at] ?? 0;
  }
  return address.length <= LONGEST_ADDRESS ? address : `…${address.slice(1 - LONGEST_ADDRESS)}`;
}

import type { CallTree } from '@/lib/profile/tree/call-tree';
import { type Match, matchesOf } from './matches';
import { RULES, type Rule } from './rules';

/** A rule that applies to a profile, with its matches. */
export type Finding = { rule: Rule; matches: readonly Match[]; percent: number };

/** The rules whose matches together reach their threshold, most expensive first. */
export function findingsOf(tree: CallTree): Finding[] {
  return RULES.map((rule) => {
    const matches = matchesOf(tree, rule);
    return { rule, matches, percent: matches.reduce((sum, { percent }) => sum + percent, 0) };
  })
    .filter(({ rule, percent }) => percent > 0 && percent >= rule.thresholdPercent)
    .sort((a, b) => b.percent - a.percent);
}

const MAX_ADDRESS_LENGTH = 8192;

/** [?] The frames from the outermost one to a node, joined by ` > `; only the end when it exceeds 8,192 characters. */
export function frameAddress(tree: CallTree, node: number): string {
  let address = tree.names[tree.name[node] ?? 0] ?? '';
  for (let at = tree.parent[node] ?? 0; at !== 0 && address.length <= MAX_ADDRESS_LENGTH; ) {
    address = `${tree.names[tree.name[at] ?? 0]} > ${address}`;
    at = tree.parent[at] ?? 0;
  }
  return address.length <= MAX_ADDRESS_LENGTH ? address : `…${address.slice(1 - MAX_ADDRESS_LENGTH)}`;
}
